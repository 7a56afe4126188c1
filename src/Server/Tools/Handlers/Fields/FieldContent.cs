using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What a custom field of a task holds, as texts that can be compared: option and user ids, numbers, texts.</summary>
internal static class FieldContent
{
    /// <summary>The content of a field as tasks show it; nothing when it has no value.</summary>
    public static IReadOnlyList<string> Read(JsonElement field)
    {
        JsonElement value = field.Member("value");
        return field.Text("type") switch
        {
            "drop_down" when value.Text() is { } position => [OptionAt(field, position)],
            "users" or "tasks" or "list_relationship" or "attachment" => Ids(value),
            "manual_progress" => value.Text("current") is { } current ? [current] : Texts(value),
            _ => Texts(value),
        };
    }

    /// <summary>A scalar or the items of an array as texts.</summary>
    public static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Texts)],
            JsonValueKind.True => ["true"],
            JsonValueKind.False => ["false"],
            _ => value.Text() is { } text ? [text] : [],
        };

    /// <summary>Whether two contents are the same, in whatever order and however their numbers are written.</summary>
    public static bool AreSame(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Count == right.Count && left.All(item => right.Any(other => IsSame(item, other)));

    /// <summary>Whether two texts are equal, or the same number.</summary>
    public static bool IsSame(string left, string right) =>
        Number(left) is { } one && Number(right) is { } other
            ? one == other
            : string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The number that a text is; null when it is none.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    // Written as an option's id, read back as its position.
    private static string OptionAt(JsonElement field, string position) =>
        field
            .Member("type_config")
            .Items("options")
            .FirstOrDefault(option => option.Text("orderindex") == position)
            .Text("id")
        ?? position;

    private static IReadOnlyList<string> Ids(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(static item => item.Text("id") ?? item.Text()).OfType<string>()]
            : Texts(value);
}
