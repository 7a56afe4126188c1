namespace ClickUpMcp.Authorization.Pages.Html;

/// <summary>An element that pages may have; nothing that runs or loads something is among them.</summary>
internal readonly record struct HtmlTag
{
    private HtmlTag(string name, bool isVoid = false) => (Name, IsVoid) = (name, isVoid);

    public string Name { get; }

    /// <summary>Whether it has neither content nor an end.</summary>
    public bool IsVoid { get; }

    public static HtmlTag Html => new("html");
    public static HtmlTag Head => new("head");
    public static HtmlTag Title => new("title");
    public static HtmlTag Meta => new("meta", isVoid: true);
    public static HtmlTag Style => new("style");
    public static HtmlTag Body => new("body");
    public static HtmlTag Header => new("header");
    public static HtmlTag Main => new("main");
    public static HtmlTag Footer => new("footer");
    public static HtmlTag Section => new("section");
    public static HtmlTag Heading1 => new("h1");
    public static HtmlTag Heading2 => new("h2");
    public static HtmlTag Paragraph => new("p");
    public static HtmlTag Division => new("div");
    public static HtmlTag Span => new("span");
    public static HtmlTag Strong => new("strong");
    public static HtmlTag Code => new("code");
    public static HtmlTag Time => new("time");
    public static HtmlTag Isolate => new("bdi");
    public static HtmlTag List => new("ul");
    public static HtmlTag Item => new("li");
    public static HtmlTag Facts => new("dl");
    public static HtmlTag FactName => new("dt");
    public static HtmlTag FactValue => new("dd");
    public static HtmlTag Form => new("form");
    public static HtmlTag FieldSet => new("fieldset");
    public static HtmlTag Legend => new("legend");
    public static HtmlTag Label => new("label");
    public static HtmlTag Input => new("input", isVoid: true);
    public static HtmlTag Button => new("button");
}
