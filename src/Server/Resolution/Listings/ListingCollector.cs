using System.Text.Json;

namespace ClickUpMcp.Resolution;

/// <summary>Collects the things of a kind from the pages that list them; each id once.</summary>
internal sealed class ListingCollector(ListedKind kind)
{
    private readonly HashSet<string> _ids = [];
    private readonly List<NamedThing> _things = [];
    private readonly string[][] _paths =
    [
        .. kind.Items.Select(static path => path.Split('.', StringSplitOptions.RemoveEmptyEntries)),
    ];

    public IReadOnlyList<NamedThing> Things => _things;

    /// <summary>Adds what a page lists, and gives the items that are not below another.</summary>
    public List<JsonElement> Add(JsonElement response)
    {
        List<JsonElement> items = [];
        foreach (string[] path in _paths)
        {
            Add(response, path, [], items);
        }

        return items;
    }

    private void Add(
        JsonElement element,
        ReadOnlySpan<string> path,
        IReadOnlyList<string> ancestors,
        List<JsonElement> items
    )
    {
        if (path.IsEmpty)
        {
            foreach (JsonElement item in ItemsOf(element))
            {
                items.Add(item);
                AddThing(item, ancestors);
            }
        }
        else
        {
            string name = path[0].TrimEnd('[', ']', '{', '}');
            JsonElement member = element.Member(name);
            if (path.Length == 1 || name == path[0])
            {
                Add(member, path[1..], ancestors, items);
                return;
            }

            foreach (JsonElement group in ItemsOf(member))
            {
                Add(group, path[1..], [.. ancestors, NameOf(group)], items);
            }
        }
    }

    private void AddThing(JsonElement item, IReadOnlyList<string> ancestors)
    {
        if ((kind.Ids == IdForm.Name ? item.Text("name") : item.Text("id")) is not { } id)
        {
            return;
        }

        string name = kind.Bare(NameOf(item));
        if (_ids.Add(id))
        {
            _things.Add(new NamedThing(id, name, WhereIs(item, ancestors), ancestors));
        }

        foreach (JsonElement child in kind.Children.Length > 0 ? ItemsOf(item.Member(kind.Children)) : [])
        {
            AddThing(child, [.. ancestors, name]);
        }
    }

    private string WhereIs(JsonElement item, IReadOnlyList<string> ancestors)
    {
        string adjective =
            kind.Adjective is { } member && item.Text(member) is { } word
                ? $"{word.ToLowerInvariant()} "
                : string.Empty;
        string place = ancestors.Count > 0 ? $" in {string.Join(" / ", ancestors)}" : PlaceOf(item.Member("parent"));
        return $"{adjective}{EntityNoun.Of(kind.Kind)}{place}";
    }

    // ClickUp's numbers of parent types; names would cost a load of the whole hierarchy.
    private static string PlaceOf(JsonElement parent) =>
        parent.Text("type") switch
        {
            "4" => $" in space {parent.Text("id")}",
            "5" => $" in folder {parent.Text("id")}",
            "6" => $" in list {parent.Text("id")}",
            "7" or "12" => " of the workspace itself",
            _ => string.Empty,
        };

    // The required views of a list are members of an object, named by type.
    private static IEnumerable<JsonElement> ItemsOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray(),
            JsonValueKind.Object => element.EnumerateObject().Select(static member => member.Value),
            _ => [],
        };

    private static string NameOf(JsonElement element) => element.Text("name") ?? string.Empty;
}
