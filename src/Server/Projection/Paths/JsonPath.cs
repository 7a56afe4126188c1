using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>The paths of shapes: dotted names, <c>[]</c> to map over an array, <c>{}</c> to map over an object's members, and a <c>?</c> that documents absence.</summary>
internal sealed class JsonPath
{
    /// <summary>What ends a path that leads to the values of an object's members.</summary>
    public const string Members = "{}";

    // All paths come from the spec or the code, so there are only so many.
    private static readonly ConcurrentDictionary<string, JsonPath> Parsed = new(StringComparer.Ordinal);

    private readonly JsonPathStep[] _steps;

    private JsonPath(string path) => _steps = [.. Steps(path)];

    /// <summary>The parsed path.</summary>
    public static JsonPath Of(string path) => Parsed.GetOrAdd(path, static path => new JsonPath(path));

    /// <summary>The dotted names of a path, without what it maps over.</summary>
    public static string Plain(string path) =>
        path.Replace("[]", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal);

    /// <summary>Follows a path that maps over nothing; an empty one leads to the root.</summary>
    public static bool TryFind(JsonElement root, string path, out JsonElement found) =>
        TryFollow(root, Of(path)._steps[0].Names, out found);

    /// <summary>All values a path leads to, mapping over arrays at each <c>[]</c> and over objects at each <c>{}</c>.</summary>
    public static List<JsonElement> Select(JsonElement root, string path)
    {
        List<JsonElement> found = [];
        Of(path).AddFrom(root, 0, found);
        return found;
    }

    /// <summary>Follows a path that maps over nothing from an item whose members are known.</summary>
    public bool TryFind(ItemMembers item, out JsonElement found)
    {
        byte[][] names = _steps[0].Names;
        found = item.Item;
        return names.Length == 0
            ? TryFollow(found, names, out found)
            : item.TryFind(names[0], out found) && TryFollow(found, names.AsSpan(1), out found);
    }

    /// <summary>Adds the values that the path leads to from an item whose members are known.</summary>
    public void AddTo(List<JsonElement> found, ItemMembers item)
    {
        JsonPathStep first = _steps[0];
        if (first.Names.Length == 0)
        {
            AddFrom(item.Item, 0, found);
        }
        else if (
            item.TryFind(first.Names[0], out JsonElement member)
            && TryFollow(member, first.Names.AsSpan(1), out JsonElement end)
        )
        {
            AddEnd(end, 0, found);
        }
    }

    private static bool TryFollow(JsonElement root, ReadOnlySpan<byte[]> names, out JsonElement found)
    {
        found = root;
        foreach (byte[] name in names)
        {
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
            {
                return false;
            }
        }

        return found.ValueKind != JsonValueKind.Undefined;
    }

    private void AddFrom(JsonElement element, int step, List<JsonElement> found)
    {
        if (TryFollow(element, _steps[step].Names, out JsonElement end))
        {
            AddEnd(end, step, found);
        }
    }

    // One thing in the place of an array is that array's only item.
    private void AddEnd(JsonElement end, int step, List<JsonElement> found)
    {
        switch (_steps[step].Mapping)
        {
            case JsonPathMapping.None:
                found.Add(end);
                break;
            case JsonPathMapping.Items when end.ValueKind == JsonValueKind.Array:
                foreach (JsonElement item in end.EnumerateArray())
                {
                    AddFrom(item, step + 1, found);
                }

                break;
            case JsonPathMapping.Items when end.ValueKind != JsonValueKind.Null:
                AddFrom(end, step + 1, found);
                break;
            case JsonPathMapping.Values when end.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty member in end.EnumerateObject())
                {
                    AddFrom(member.Value, step + 1, found);
                }

                break;
        }
    }

    private static IEnumerable<JsonPathStep> Steps(string path)
    {
        int start = 0;
        while (path.AsSpan(start).IndexOfAny('[', '{') is var length and >= 0)
        {
            JsonPathMapping mapping = path[start + length] == '[' ? JsonPathMapping.Items : JsonPathMapping.Values;
            yield return new JsonPathStep(Names(path.Substring(start, length)), mapping);
            start += length + Members.Length;
        }

        yield return new JsonPathStep(Names(path[start..]), JsonPathMapping.None);
    }

    private static byte[][] Names(string part) =>
        [
            .. part.Split('.')
                .Select(static name => name.TrimEnd('?'))
                .Where(static name => name.Length > 0)
                .Select(Encoding.UTF8.GetBytes),
        ];
}
