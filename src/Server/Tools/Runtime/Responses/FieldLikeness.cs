using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Tells whether settings that are each about a field (the filters, columns and order of a view) are shown as they were sent.</summary>
/// <remarks>The API adds members of its own and puts others elsewhere, so only those are compared that both sides have.</remarks>
internal static class FieldLikeness
{
    private const string Field = "field";

    // Deeper than any setting is nested.
    private const int Deepest = 8;

    /// <summary>Whether each setting that was sent has one that is shown for the same field with the same values.</summary>
    public static bool IsShown(
        JsonElement sent,
        IReadOnlyList<JsonElement> shown,
        Func<JsonElement, string, bool> means
    )
    {
        JsonElement[] settings = [.. shown.SelectMany(static one => Settings(one, 0))];
        return Settings(sent, 0).All(wanted => settings.Any(setting => Covers(wanted, setting, means)));
    }

    private static IEnumerable<JsonElement> Settings(JsonElement value, int depth)
    {
        if (depth > Deepest)
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Settings(item, depth + 1)),
            JsonValueKind.Object when LenientValue.Text(value, Field) is not null => [value],
            JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Settings(member.Value, depth + 1)),
            _ => [],
        };
    }

    private static bool Covers(JsonElement wanted, JsonElement setting, Func<JsonElement, string, bool> means) =>
        wanted
            .EnumerateObject()
            .All(member =>
                !setting.TryGetProperty(member.Name, out JsonElement shown)
                || Texts(member.Value).All(text => Items(shown).Any(one => means(one, text)))
            );

    private static IEnumerable<string> Texts(JsonElement value) =>
        Items(value).Select(LenientValue.Text).OfType<string>();

    private static IEnumerable<JsonElement> Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
