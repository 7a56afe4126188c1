using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What stands in a thing at the place where a written value is to be shown.</summary>
/// <param name="IsShown">Whether the thing shows that place at all.</param>
/// <param name="Values">What stands there.</param>
internal readonly record struct ShownPlace(bool IsShown, IReadOnlyList<JsonElement> Values)
{
    /// <param name="thing">The thing.</param>
    /// <param name="paths">Paths, separated by <c>|</c>, with <c>[member]</c> for the one item of a list that has this id.</param>
    /// <param name="item">The id.</param>
    public static ShownPlace Find(JsonElement thing, string paths, string? item)
    {
        List<JsonElement> values = [];
        bool isShown = false;
        // What is nothing shows nothing, not even that something is empty.
        foreach (string path in ResponseReader.IsEmpty(thing) ? [] : paths.Split('|'))
        {
            ShownPlace place = One(thing, path, item);
            isShown |= place.IsShown;
            values.AddRange(place.Values);
        }

        return new ShownPlace(isShown, values);
    }

    private static ShownPlace One(JsonElement thing, string path, string? item)
    {
        int open = SelectorOf(path);
        if (open < 0)
        {
            return IsThere(thing, path)
                ? new ShownPlace(true, JsonPath.Select(thing, path))
                : new ShownPlace(false, []);
        }

        string list = path[..open];
        if (!IsThere(thing, list))
        {
            return new ShownPlace(false, []);
        }

        int close = path.IndexOf(']', open);
        string member = path[(open + 1)..close];
        string rest = path[(close + 1)..].TrimStart('.');
        JsonElement[] picked =
        [
            .. JsonPath
                .Select(thing, $"{list}[]")
                .Where(one => JsonPath.Select(one, member).Any(id => LenientValue.Text(id) == item)),
        ];
        // An item that is not there shows that it is not.
        return new ShownPlace(
            picked.Length == 0 || picked.Any(one => IsThere(one, rest)),
            [.. picked.SelectMany(one => rest.Length == 0 ? [one] : JsonPath.Select(one, rest))]
        );
    }

    private static int SelectorOf(string path)
    {
        int open = path.IndexOf('[');
        while (open >= 0 && path[open + 1] == ']')
        {
            open = path.IndexOf('[', open + 1);
        }

        return open;
    }

    // A member that is null on the way is shown as empty, one that is absent is not shown.
    private static bool IsThere(JsonElement thing, string path)
    {
        foreach (string name in path.Split('[', '{')[0].Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (thing.ValueKind == JsonValueKind.Null)
            {
                return true;
            }

            if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(name, out thing))
            {
                return false;
            }
        }

        return true;
    }
}
