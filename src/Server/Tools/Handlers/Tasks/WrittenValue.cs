using System.Text.Json;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Values that a model wrote as text although they are several, or an object: a list of tools shows them as text.</summary>
internal static class WrittenValue
{
    private const int MostCommas = 8;

    /// <summary>The JSON array or object that a text holds; the value itself when it holds none.</summary>
    public static JsonElement Unwrap(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || !LooksLikeJson(value.GetString()!.Trim()))
        {
            return value;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(value.GetString()!);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return value;
        }
    }

    /// <summary>The items: of an array, or of a text that separates them by commas.</summary>
    /// <param name="value">What the caller wrote.</param>
    /// <param name="isOne">Whether a text with commas is the name of one thing.</param>
    public static IReadOnlyList<JsonElement> Items(JsonElement value, Func<string, bool>? isOne = null)
    {
        JsonElement given = Unwrap(value);
        if (given.ValueKind == JsonValueKind.Array)
        {
            return [.. given.EnumerateArray()];
        }

        if (given.ValueKind != JsonValueKind.String || isOne?.Invoke(given.GetString()!.Trim()) == true)
        {
            return [given];
        }

        string[] parts = given
            .GetString()!
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2
            ? [given]
            : [.. Join(parts, isOne).Select(static part => BuiltJson.Of(writer => writer.WriteStringValue(part)))];
    }

    // Names may have commas themselves: the longest run of parts that is a name is one item.
    private static IEnumerable<string> Join(string[] parts, Func<string, bool>? isOne)
    {
        for (int start = 0, end; start < parts.Length; start = end)
        {
            end = Math.Min(parts.Length, start + MostCommas + 1);
            while (end > start + 1 && isOne?.Invoke(string.Join(", ", parts[start..end])) != true)
            {
                end--;
            }

            yield return string.Join(", ", parts[start..end]);
        }
    }

    private static bool LooksLikeJson(string text) =>
        text.Length > 1 && (text[0], text[^1]) is ('[', ']') or ('{', '}');
}
