using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Finds the items of a list in a response.</summary>
internal static class ResponseItems
{
    private const string Id = "id";

    // Guards against a hostile response; no reader follows a tree that deep.
    private const int MaximumDepth = 50;

    /// <summary>The items in the order of the response: of several paths one after the other, each id once.</summary>
    public static List<JsonElement> Read(JsonElement root, ResponseDefinition response)
    {
        bool showsKeys =
            response.Shape is { } shape && Array.Exists(shape.Fields, static f => f.From == ShapeField.Key);
        List<JsonElement> items = At(root, response.Path, showsKeys);
        if (response.MorePaths.Length > 0)
        {
            items =
            [
                .. items
                    .Concat(response.MorePaths.SelectMany(path => At(root, path, showsKeys)))
                    .DistinctBy(
                        static item => LenientValue.Text(item, Id) ?? item.GetRawText(),
                        StringComparer.Ordinal
                    ),
            ];
        }

        if (items.Count == 0 && root.ValueKind == JsonValueKind.Array)
        {
            // Some lists come bare in one place and wrapped in another.
            items = [.. root.EnumerateArray()];
        }

        return response.Children.Length == 0 ? items : Flatten(items, response.Children);
    }

    private static List<JsonElement> At(JsonElement root, string path, bool showsKeys) =>
        showsKeys && path.EndsWith(JsonPath.Members, StringComparison.Ordinal)
            ?
            [
                .. JsonPath
                    .Select(root, path[..^JsonPath.Members.Length])
                    .Where(static found => found.ValueKind == JsonValueKind.Object)
                    .SelectMany(static found => found.EnumerateObject())
                    .Where(static member => member.Value.ValueKind == JsonValueKind.Object)
                    .Select(WithKey),
            ]
            : [.. JsonPath.Select(root, path).SelectMany(ItemsOf)];

    private static IEnumerable<JsonElement> ItemsOf(JsonElement found) =>
        found.ValueKind switch
        {
            JsonValueKind.Array => found.EnumerateArray(),
            JsonValueKind.Object when found.EnumerateObject().Any() => [found],
            _ => [],
        };

    private static List<JsonElement> Flatten(IEnumerable<JsonElement> items, string children)
    {
        List<JsonElement> rows = [];
        AddAll(items, depth: 0);
        return rows;

        void AddAll(IEnumerable<JsonElement> beside, int depth)
        {
            foreach (JsonElement item in beside)
            {
                if (JsonPath.TryFind(item, children, out JsonElement below) && depth < MaximumDepth)
                {
                    rows.Add(Copy(item, key: null, without: children));
                    AddAll(ItemsOf(below), depth + 1);
                }
                else
                {
                    rows.Add(item);
                }
            }
        }
    }

    private static JsonElement WithKey(JsonProperty member) => Copy(member.Value, member.Name, without: null);

    private static JsonElement Copy(JsonElement item, string? key, string? without) =>
        JsonElement.Parse(
            RawJson.Write(writer =>
            {
                writer.WriteStartObject();
                if (key is not null)
                {
                    writer.WriteString(ShapeField.Key, key);
                }

                foreach (JsonProperty member in item.EnumerateObject())
                {
                    if (without is null || !member.NameEquals(without))
                    {
                        member.WriteTo(writer);
                    }
                }

                writer.WriteEndObject();
            })
        );
}
