using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Reads checklists as lines: the list's name and progress, then its items with their boxes.</summary>
internal static class ChecklistReader
{
    // Deeper nesting cannot be made; the limit guards against a hostile result.
    private const int MaximumDepth = 8;

    /// <summary>The lines of all checklists.</summary>
    public static IEnumerable<string> Read(JsonElement checklists)
    {
        foreach (JsonElement checklist in Items(checklists))
        {
            JsonElement items = JsonPath.TryFind(checklist, "items", out JsonElement found) ? found : default;
            int done = Items(items).Count(IsResolved);
            yield return $"{LenientValue.Text(checklist, "name")} ({done}/{Items(items).Count()})";
            foreach (string line in ItemLines(items, 0))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> ItemLines(JsonElement items, int depth)
    {
        foreach (JsonElement item in Items(items))
        {
            string box = IsResolved(item) ? "[x]" : "[ ]";
            yield return $"{new string(' ', 2 * depth)}{box} {LenientValue.Text(item, "name")}";
            if (depth < MaximumDepth && JsonPath.TryFind(item, "children", out JsonElement children))
            {
                foreach (string line in ItemLines(children, depth + 1))
                {
                    yield return line;
                }
            }
        }
    }

    private static bool IsResolved(JsonElement item) =>
        JsonPath.TryFind(item, "resolved", out JsonElement resolved) && LenientValue.Boolean(resolved) == true;

    // Children may come as bare ids; only objects have a name to show.
    private static IEnumerable<JsonElement> Items(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object)
            : [];
}
