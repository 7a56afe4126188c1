using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>The paths of shapes: dotted names, <c>[]</c> to map over an array, <c>{}</c> to map over an object's members, and a <c>?</c> that documents absence.</summary>
internal static class JsonPath
{
    /// <summary>What ends a path that leads to the values of an object's members.</summary>
    public const string Members = "{}";

    /// <summary>Follows a path that maps over nothing; an empty one leads to the root.</summary>
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

    /// <summary>All values a path leads to, mapping over arrays at each <c>[]</c> and over objects at each <c>{}</c>.</summary>
    public static List<JsonElement> Select(JsonElement root, string path)
    {
        if (!FieldTypes.IsMapping(path))
        {
            return [.. FindOne(root, path)];
        }

        IEnumerable<JsonElement> current = [root];
        int start = 0;
        while (true)
        {
            int length = path.AsSpan(start).IndexOfAny('[', '{');
            string part = length < 0 ? path[start..] : path.Substring(start, length);
            current = current.SelectMany(element => FindOne(element, part));
            if (length < 0)
            {
                return [.. current];
            }

            current = current.SelectMany(
                path[start + length] == '[' ? ItemsOf : (Func<JsonElement, IEnumerable<JsonElement>>)ValuesOf
            );
            start += length + Members.Length;
        }
    }

    private static IEnumerable<JsonElement> FindOne(JsonElement element, string path) =>
        TryFind(element, path, out JsonElement found) ? [found] : [];

    // One thing in the place of an array is that array's only item.
    private static IEnumerable<JsonElement> ItemsOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray(),
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            _ => [element],
        };

    private static IEnumerable<JsonElement> ValuesOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().Select(static member => member.Value)
            : [];
}
