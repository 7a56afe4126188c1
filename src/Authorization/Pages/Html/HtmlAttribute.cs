namespace ClickUpMcp.Authorization.Pages.Html;

/// <summary>An attribute that pages may have, its value not yet encoded; none takes a script or an address elsewhere.</summary>
internal readonly record struct HtmlAttribute
{
    private HtmlAttribute(string name, string? value) => (Name, Value) = (name, value);

    public string Name { get; }

    /// <summary>Its value; null for one that is there or not.</summary>
    public string? Value { get; }

    public static HtmlAttribute Checked => new("checked", null);

    public static HtmlAttribute Language(string value) => new("lang", value);

    public static HtmlAttribute CharacterSet(string value) => new("charset", value);

    public static HtmlAttribute Id(string value) => new("id", value);

    public static HtmlAttribute Class(string value) => new("class", value);

    public static HtmlAttribute FieldName(string value) => new("name", value);

    public static HtmlAttribute Content(string value) => new("content", value);

    public static HtmlAttribute Type(string value) => new("type", value);

    public static HtmlAttribute FieldValue(string value) => new("value", value);

    public static HtmlAttribute Role(string value) => new("role", value);

    public static HtmlAttribute LabelledBy(string id) => new("aria-labelledby", id);

    public static HtmlAttribute DescribedBy(string id) => new("aria-describedby", id);

    public static HtmlAttribute Hidden => new("aria-hidden", "true");

    public static HtmlAttribute Moment(string value) => new("datetime", value);

    public static HtmlAttribute Post => new("method", "post");

    public static HtmlAttribute AutoCompleteOff => new("autocomplete", "off");

    /// <summary>Where a form goes: a path of this server.</summary>
    public static HtmlAttribute Action(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\')
            ? new("action", path)
            : throw new ArgumentException("A form of a page goes to a path of this server.", nameof(path));
}
