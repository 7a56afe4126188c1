using System.Text.RegularExpressions;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The closed set of string formats with the patterns that the published schema shows.</summary>
internal static class StringFormats
{
    public static readonly WordSet Words = new(
        "a string format",
        "id",
        "digits",
        "uuid",
        "email",
        "https_url",
        "color",
        "single_line"
    );

    /// <summary>The pattern (ECMAScript) of a format, given by the member name of the runtime's StringFormat.</summary>
    public static string Pattern(string format) =>
        format switch
        {
            "Id" => "^[A-Za-z0-9_-]{1,64}$",
            "Digits" => "^[0-9]{1,20}$",
            "Uuid" => "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
            "Email" => @"^[^@\s]+@[^@\s]+\.[^@\s]+$",
            "HttpsUrl" => @"^https://\S+$",
            "Color" => "^#[0-9a-fA-F]{6}$",
            _ => @"^[^\u0000-\u001f\u007f]*$",
        };

    /// <summary>Whether a text has the format; only defaults of the spec are checked here.</summary>
    public static bool Matches(string format, string text) =>
        !text.EndsWith("\n", StringComparison.Ordinal)
        && Regex.IsMatch(text, Pattern(format), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
