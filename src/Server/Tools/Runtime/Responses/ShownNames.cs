using System.Collections.ObjectModel;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Finds the names of the things of which a response holds ids, where the fields that are shown ask for them.</summary>
internal static class ShownNames
{
    /// <summary>The names by entity and id; without those that cannot be found out.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ReadAsync(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        ShapeField[] named =
        [
            .. FieldSelection
                .Choose(shape, query.Level, query.Options)
                .Where(static field => field.Kind == FieldKind.Named),
        ];
        if (named.Length == 0 || items.Count == 0)
        {
            return ReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>.Empty;
        }

        Dictionary<string, IReadOnlyDictionary<string, string>> names = [];
        foreach (IGrouping<string, ShapeField> fields in named.GroupBy(static field => field.Entity))
        {
            EntityKind kind = Enum.Parse<EntityKind>(fields.Key);
            if (NameResolutions.Of(kind) == NameResolution.Container)
            {
                IReadOnlyDictionary<string, string> places = Places(services.Directory.KnownHierarchies);
                names[fields.Key] = items is [var only]
                    ? await WithPlaceAsync(places, only, kind, [.. fields], services, cancellationToken)
                    : places;
                continue;
            }

            Dictionary<string, string> known = BuiltIn(kind);
            if (NeedNames(items, [.. fields], known))
            {
                await AddAsync(known, kind, services, cancellationToken);
            }

            names[fields.Key] = known;
        }

        return names;
    }

    // A request for each thing of a list would cost more than the list: there, places that nobody has looked for are shown by id.
    private static async ValueTask<IReadOnlyDictionary<string, string>> WithPlaceAsync(
        IReadOnlyDictionary<string, string> names,
        JsonElement item,
        EntityKind kind,
        ShapeField[] fields,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        string[] unknown =
        [
            .. fields
                .Where(field => NeedsName(item, field, names))
                .SelectMany(field => JsonPath.Select(item, field.From))
                .Select(LenientValue.Text)
                .OfType<string>()
                .Distinct(),
        ];
        // Things are in one place; what names several is no place of theirs.
        if (unknown is not [var id])
        {
            return names;
        }

        try
        {
            return
                await services.Directory.GetPlaceNameAsync(new EntityId(kind, id), cancellationToken)
                    is { Length: > 0 } name
                ? new Dictionary<string, string>(names) { [id] = OutputSanitizer.CleanLine(name) }
                : names;
        }
        catch (ActionableException)
        {
            return names;
        }
    }

    // Reading all places costs many requests: who has not looked for one sees its id.
    private static IReadOnlyDictionary<string, string> Places(IReadOnlyList<WorkspaceHierarchy> hierarchies)
    {
        if (hierarchies is [var only])
        {
            return only.NamesById(OutputSanitizer.CleanLine);
        }

        Dictionary<string, string> names = [];
        foreach (WorkspaceHierarchy hierarchy in hierarchies)
        {
            foreach ((string id, string name) in hierarchy.NamesById(OutputSanitizer.CleanLine))
            {
                names[id] = name;
            }
        }

        return names;
    }

    private static Dictionary<string, string> BuiltIn(EntityKind kind) =>
        IsListed(kind)
            ? ListedKinds.Of(kind).BuiltIn.ToDictionary(static thing => thing.Id, static thing => thing.Name)
            : [];

    private static bool NeedNames(
        IReadOnlyList<JsonElement> items,
        ShapeField[] fields,
        IReadOnlyDictionary<string, string> known
    )
    {
        for (int i = 0; i < items.Count; i++)
        {
            foreach (ShapeField field in fields)
            {
                if (NeedsName(items[i], field, known))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool NeedsName(JsonElement item, ShapeField field, IReadOnlyDictionary<string, string> known)
    {
        foreach (JsonElement value in JsonPath.Select(item, field.From))
        {
            if (
                LenientValue.Text(value) is { } text
                && !known.ContainsKey(text)
                && (value.ValueKind != JsonValueKind.Object || text == LenientValue.Text(value, "id"))
            )
            {
                return true;
            }
        }

        return false;
    }

    // The response is there and may be of a write: it is shown with ids rather than lost.
    private static async ValueTask AddAsync(
        Dictionary<string, string> names,
        EntityKind kind,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        try
        {
            IReadOnlyList<WorkspaceInfo> workspaces = await services.Directory.GetWorkspacesAsync(
                afterMiss: false,
                cancellationToken
            );
            foreach (WorkspaceInfo workspace in workspaces)
            {
                if (IsListed(kind))
                {
                    await AddListedAsync(names, kind, workspace.Id, services, cancellationToken);
                }
                else
                {
                    Add(names, workspace.Members.Select(static member => (member.Id, member.Name)));
                }
            }
        }
        catch (ActionableException)
        {
            return;
        }
    }

    private static async ValueTask AddListedAsync(
        Dictionary<string, string> names,
        EntityKind kind,
        string workspace,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        ListedKind row = ListedKinds.Of(kind);
        Listing listing = row.Listings.First(static listing => listing.Parent == EntityKind.Workspace);
        ListingTarget target = new(row, listing, listing.NeedsWorkspace ? workspace : string.Empty, string.Empty);
        ListedThings listed = await services.Directory.GetListedAsync(target, afterMiss: false, cancellationToken);
        Add(names, listed.Things.Select(static thing => (thing.Id, thing.Name)));
    }

    private static void Add(Dictionary<string, string> names, IEnumerable<(string Id, string Name)> things)
    {
        foreach ((string id, string name) in things.Where(static thing => thing.Name.Length > 0))
        {
            names[id] = OutputSanitizer.CleanLine(name);
        }
    }

    private static bool IsListed(EntityKind kind) => NameResolutions.Of(kind) == NameResolution.None;
}
