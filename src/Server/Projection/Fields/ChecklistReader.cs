using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Reads checklists as lines: the list's name and progress, then its items with their boxes and ids.</summary>
internal static class ChecklistReader
{
    // Deeper nesting cannot be made; the limit guards against a hostile result.
    private const int MaximumDepth = 8;

    /// <summary>The lines of all checklists.</summary>
    public static IEnumerable<string> Read(JsonElement checklists) =>
        EachOf(checklists).SelectMany(static list => Lines(list));

    /// <summary>The lines of one checklist's items.</summary>
    public static IEnumerable<string> ReadItems(JsonElement items) => EachOf(items).SelectMany(item => Lines(item, 0));

    private static IEnumerable<string> Lines(JsonElement checklist)
    {
        if (!IsNamed(checklist))
        {
            return Odd(checklist);
        }

        JsonElement items = JsonPath.TryFind(checklist, "items", out JsonElement found) ? found : default;
        int done = EachOf(items).Count(IsResolved);
        string count = $"{done}/{EachOf(items).Count()}";
        string id = LenientValue.Text(checklist, "id") is { } known ? $", id {known}" : "";
        return ReadItems(items).Prepend($"{LenientValue.Text(checklist, "name")} ({count}{id})");
    }

    private static IEnumerable<string> Lines(JsonElement item, int depth)
    {
        if (!IsNamed(item))
        {
            return Odd(item);
        }

        string box = IsResolved(item) ? "[x]" : "[ ]";
        string id = LenientValue.Text(item, "id") is { } known ? $" ({known})" : "";
        string line = $"{new string(' ', 2 * depth)}{box} {LenientValue.Text(item, "name")}{id}";
        // Children may come as bare ids; only objects have a name to show.
        JsonElement children =
            depth < MaximumDepth && JsonPath.TryFind(item, "children", out JsonElement below) ? below : default;
        return EachOf(children)
            .Where(static child => child.ValueKind == JsonValueKind.Object)
            .SelectMany(child => Lines(child, depth + 1))
            .Prepend(line);
    }

    private static bool IsNamed(JsonElement thing) => JsonPath.TryFind(thing, "name", out _);

    private static bool IsResolved(JsonElement item) =>
        JsonPath.TryFind(item, "resolved", out JsonElement resolved) && LenientValue.Boolean(resolved) == true;

    private static IEnumerable<string> Odd(JsonElement value) => LenientValue.Text(value) is { } text ? [text] : [];

    private static IEnumerable<JsonElement> EachOf(JsonElement items) =>
        items.ValueKind switch
        {
            JsonValueKind.Array => items.EnumerateArray(),
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            _ => [items],
        };
}
