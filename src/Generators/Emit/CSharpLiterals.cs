using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.Generators.Emit;

/// <summary>C# literals, the same under every culture.</summary>
internal static class CSharpLiterals
{
    public static string String(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>String literals separated by commas.</summary>
    public static string Strings(IEnumerable<string> values) => string.Join(", ", values.Select(String));

    public static string Integer(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Long(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    public static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>A double from JSON number text, whose grammar is a subset of C#'s.</summary>
    public static string Double(string json) => json + "d";

    /// <summary>A one-line raw UTF-8 literal; <paramref name="json"/> begins and ends with a brace and has no line breaks.</summary>
    public static string Utf8Json(string json)
    {
        int longest = 0;
        int run = 0;
        foreach (char character in json)
        {
            run = character == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string quotes = new('"', Math.Max(3, longest + 1));
        return quotes + json + quotes + "u8";
    }
}
