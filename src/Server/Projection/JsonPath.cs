using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>The paths of shapes: dotted names, <c>[]</c> to map over an array, and a <c>?</c> that documents absence.</summary>
internal static class JsonPath
{
    /// <summary>Follows a path without <c>[]</c>; an empty one leads to the root.</summary>
    public static bool TryFind(JsonElement root, string path, out JsonElement found)
    {
        found = root;
        foreach (Range range in path.AsSpan().Split('.'))
        {
            ReadOnlySpan<char> name = path.AsSpan(range).TrimEnd('?');
            if (name.IsEmpty)
            {
                continue;
            }

            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
            {
                return false;
            }
        }

        return found.ValueKind != JsonValueKind.Undefined;
    }

    /// <summary>All values a path leads to, mapping over arrays at each <c>[]</c>.</summary>
    public static List<JsonElement> Select(JsonElement root, string path)
    {
        string[] parts = path.Split("[]");
        IEnumerable<JsonElement> current = FindOne(root, parts[0]);
        foreach (string part in parts.Skip(1))
        {
            current = current
                .Where(static e => e.ValueKind == JsonValueKind.Array)
                .SelectMany(static e => e.EnumerateArray())
                .SelectMany(item => FindOne(item, part));
        }

        return [.. current];
    }

    private static IEnumerable<JsonElement> FindOne(JsonElement element, string path) =>
        TryFind(element, path, out JsonElement found) ? [found] : [];
}
