using System.Text.Json;

namespace ClickUpMcp.Resolution;

/// <summary>Collects the things of a kind from the pages that list them; each id once.</summary>
internal sealed class ListingCollector(ListedKind kind)
{
    private readonly HashSet<string> _ids = [];
    private readonly List<NamedThing> _things = [];

    public IReadOnlyList<NamedThing> Things => _things;

    /// <summary>Adds what is at a path of <see cref="Listing.Items"/>.</summary>
    public void Add(JsonElement answer, string path) =>
        Add(answer, path.Split('.', StringSplitOptions.RemoveEmptyEntries), []);

    private void Add(JsonElement element, ReadOnlySpan<string> path, IReadOnlyList<string> ancestors)
    {
        if (path.IsEmpty)
        {
            foreach (JsonElement item in ItemsOf(element))
            {
                AddThing(item, ancestors);
            }
        }
        else if (path[0].EndsWith("[]", StringComparison.Ordinal))
        {
            foreach (JsonElement group in element.Items(path[0][..^2]))
            {
                Add(group, path[1..], [.. ancestors, NameOf(group)]);
            }
        }
        else
        {
            Add(element.Member(path[0]), path[1..], ancestors);
        }
    }

    private void AddThing(JsonElement item, IReadOnlyList<string> ancestors)
    {
        if (item.Text("id") is not { } id)
        {
            return;
        }

        string name = kind.Bare(NameOf(item));
        if (_ids.Add(id))
        {
            _things.Add(new NamedThing(id, name, WhereIs(item, ancestors), ancestors));
        }

        if (kind.Children is { } children)
        {
            Add(item, [children], [.. ancestors, name]);
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
