using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Fields;

/// <summary>Values that are written as <c>{"add":[..],"rem":[..]}</c> and stored as a list of ids.</summary>
internal static class ChangedList
{
    public static JsonElement Read(JsonElement value, JsonElement? current, Func<JsonElement, bool> isKnown)
    {
        var body = new RequestBody(value);
        if (body.Find("add") is null && body.Find("rem") is null)
        {
            throw FieldValueReader.Expected("an object with add and rem arrays");
        }

        var added = body.Items("add").ToList();
        if (!added.TrueForAll(id => isKnown(id)))
        {
            throw FieldValueReader.Expected("an object whose ids all exist");
        }

        var removed = body.Items("rem").Select(Key).ToHashSet(StringComparer.Ordinal);
        var existing = current is { } list ? list.EnumerateArray() : default;
        return StoredJson.Array(
            existing.Concat(added).DistinctBy(Key, StringComparer.Ordinal).Where(id => !removed.Contains(Key(id)))
        );
    }

    private static string Key(JsonElement id) => id.ToString();
}
