using System.Runtime.InteropServices;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Knows the texts by which callers try to empty a value, which is what <c>clear</c> is for.</summary>
internal static class EmptyWords
{
    // No empty text is longer, however its white space is escaped.
    private const int LongestRaw = 1024;

    private static readonly string[] Words =
    [
        "none",
        "null",
        "nil",
        "undefined",
        "nothing",
        "never",
        "n/a",
        "-",
        "clear",
        "unset",
        "remove",
        "delete",
        "reset",
    ];

    /// <summary>Whether the value is such a text.</summary>
    /// <param name="value">A value.</param>
    /// <param name="isFreeText">Whether the words may also be what somebody wants to write.</param>
    public static bool IsOne(JsonElement value, bool isFreeText)
    {
        if (value.ValueKind != JsonValueKind.String || JsonMarshal.GetRawUtf8Value(value).Length > LongestRaw)
        {
            return false;
        }

        string text = JsonText.Read(value).Trim();
        return text.Length == 0 || (!isFreeText && Words.Contains(text, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What is wrong with a text in the place of a list that is to be emptied.</summary>
    /// <param name="least">How many items the list must have.</param>
    public static string List(int least) =>
        least > 0 ? $"is no list, and needs at least {least}" : "is not emptied by a text; for an empty list give []";

    /// <summary>How these arguments are emptied, as in <c>clear: ["due"]</c>.</summary>
    public static string Clear(params ReadOnlySpan<string> names) => $"clear: [\"{string.Join("\", \"", names)}\"]";
}
