using System.Text.RegularExpressions;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The closed set of string formats as the spec names them.</summary>
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

    /// <summary>Whether a text has the format; only defaults of the spec are checked here.</summary>
    public static bool Matches(string format, string text) =>
        !text.EndsWith("\n", StringComparison.Ordinal)
        && Regex.IsMatch(text, StringPatterns.Of(format) ?? "", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
