using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the exact name of a status; which ones exist depends on the list.</summary>
internal sealed class StatusResolver(
    WorkspaceDirectory directory,
    WorkspaceResolver workspaces,
    HomeListFinder homeLists
)
{
    // Lists with statuses of their own that are asked one by one before a name counts as unknown.
    private const int MostAsked = 25;
    private const int MostNamed = 3;

    /// <summary>The status' name as ClickUp writes it.</summary>
    public async Task<string> ResolveAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<EntityId> containers = await homeLists.FindContainersAsync(scope, cancellationToken);
        return containers.Count > 0
            ? await ResolveInAsync(containers, text, scope, cancellationToken)
            : await ResolveAnywhereAsync(text, scope, cancellationToken);
    }

    private async Task<string> ResolveInAsync(
        IReadOnlyList<EntityId> containers,
        string text,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        NamedThing status = await NameLookup.FindAsync(
            EntityKind.Status,
            text,
            scope.Lookups,
            async afterMiss =>
            {
                List<string> names = [];
                bool isSilent = false;
                foreach (EntityId container in containers)
                {
                    IReadOnlyList<string> own = await directory.GetStatusesAsync(
                        container,
                        afterMiss,
                        cancellationToken
                    );
                    isSilent |= own.Count == 0;
                    names.AddRange(own);
                }

                NameTable table = TableOf(names, PlaceOf(containers));
                return NameMatcher.Find(table.Things, text).Any ? table
                    : isSilent ? TableOf([text], table.Place)
                    : afterMiss ? table with { Next = await NextAsync(text, scope, cancellationToken) }
                    : table;
            }
        );
        return status.Id;
    }

    /// <summary>Says of which lists an unknown status is one.</summary>
    private async Task<string> NextAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        const string Next = "Use one of these statuses.";
        WorkspaceHierarchy all;
        try
        {
            WorkspaceId workspace = await workspaces.ResolveAsync(scope, cancellationToken);
            all = await directory.GetHierarchyAsync(workspace, afterMiss: false, cancellationToken);
        }
        catch (ActionableException)
        {
            // The status is unknown whether or not more can be said.
            return Next;
        }

        List<string> owners =
        [
            .. all
                .Spaces.Where(space => Has(space.Statuses, text))
                .Select(static space => $"space {space.Name}")
                .Concat(all.Folders.Where(folder => Has(folder.Statuses, text)).Select(static f => $"folder {f.Name}"))
                .Concat(all.Lists.Where(list => Has(list.Statuses, text)).Select(static list => $"list {list.Name}"))
                .Take(MostNamed + 1),
        ];
        if (owners.Count == 0)
        {
            return Next;
        }

        string more = owners.Count > MostNamed ? " and others" : string.Empty;
        return $"It is a status of {string.Join(", ", owners.Take(MostNamed))}{more}; each list has its own. {Next}";
    }

    private static bool Has(IReadOnlyList<string>? names, string text) =>
        NameMatcher.Find([.. (names ?? []).Select(Thing)], text, MatchQuality.Whole).Any;

    /// <summary>Looks in the whole workspace.</summary>
    private async Task<string> ResolveAnywhereAsync(
        string text,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        WorkspaceId workspace = await workspaces.ResolveAsync(scope, cancellationToken);
        NamedThing status = await NameLookup.FindAsync(
            EntityKind.Status,
            text,
            scope.Lookups,
            async afterMiss =>
            {
                WorkspaceHierarchy all = await directory.GetHierarchyAsync(workspace, afterMiss, cancellationToken);
                List<string> names =
                [
                    .. all.Spaces.SelectMany(static space => space.Statuses ?? []),
                    .. all.Folders.SelectMany(static folder => folder.Statuses ?? []),
                    .. all.Lists.SelectMany(static list => list.Statuses ?? []),
                ];
                NameTable table = TableOf(names, "in this workspace");
                return !afterMiss || NameMatcher.Find(table.Things, text).Any
                    ? table
                    : await WithHiddenAsync(names, all, text, cancellationToken);
            }
        );
        return status.Id;
    }

    /// <summary>
    /// The statuses with those that the hierarchy does not show. Where there are too many such lists to ask each, an
    /// unknown name is passed on as it is: only ClickUp can tell.
    /// </summary>
    private async Task<NameTable> WithHiddenAsync(
        List<string> names,
        WorkspaceHierarchy all,
        string text,
        CancellationToken cancellationToken
    )
    {
        List<ListInfo> hiding = [.. all.Lists.Where(static list => list.HidesStatuses)];
        foreach (ListInfo list in hiding.Take(MostAsked))
        {
            names.AddRange(await directory.GetStatusesAsync(new ListId(list.Id), afterMiss: false, cancellationToken));
        }

        NameTable table = TableOf(names, "in this workspace");
        bool isPartial = names.Count == 0 || hiding.Count > MostAsked;
        return isPartial && !NameMatcher.Find(table.Things, text).Any ? TableOf([text], table.Place) : table;
    }

    private static string PlaceOf(IReadOnlyList<EntityId> containers) =>
        containers.Count == 1
            ? $"in this {EntityNoun.Of(containers[0].Kind)}"
            : $"in these {EntityNoun.Plural(containers[0].Kind)}";

    // Lists of different spaces have the same statuses, also in another case.
    private static NameTable TableOf(IEnumerable<string> names, string place) =>
        new([.. names.Distinct(StringComparer.OrdinalIgnoreCase).Select(Thing)], place, "Use one of these statuses.");

    private static NamedThing Thing(string name) => new(name, name, string.Empty, []);
}
