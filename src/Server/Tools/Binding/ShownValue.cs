using System.Text.Json;

namespace ClickUpMcp.Tools.Binding;

/// <summary>What an error may say about a value the caller sent: its kind always, its text only when short and harmless.</summary>
internal static class ShownValue
{
    private const int MaximumLength = 50;

    /// <summary>The kind of a value with its article, as in "got a number".</summary>
    public static string KindOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            _ => "null",
        };

    /// <summary>A name the caller made up: printable ASCII only, cut when long.</summary>
    public static string Cut(string name)
    {
        string shown = string.Concat(name.Take(MaximumLength).Select(static c => c is > ' ' and < '\x7f' ? c : '?'));
        return name.Length > MaximumLength ? shown + "..." : shown;
    }
}
