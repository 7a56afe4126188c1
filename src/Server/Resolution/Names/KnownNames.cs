using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Lists what could be named, out of the same listings in which names are looked up.</summary>
internal sealed class KnownNames(WorkspaceDirectory directory)
{
    // Each has tags of its own, which are a request each.
    private const int MostSpaces = 10;

    /// <summary>The things of a kind; none where only a place that was not given tells them.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="within">Places that narrow the list, most specific first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<NamedThing>> ListAsync(
        EntityKind kind,
        WorkspaceId workspace,
        IReadOnlyList<EntityId> within,
        CancellationToken cancellationToken
    ) =>
        NameResolutions.Of(kind) switch
        {
            NameResolution.Workspace =>
            [
                .. (await directory.GetWorkspacesAsync(afterMiss: false, cancellationToken)).Select(
                    static w => new NamedThing(w.Id, w.Name, string.Empty, [])
                ),
            ],
            NameResolution.Member =>
            [
                .. (await directory.GetWorkspacesAsync(afterMiss: false, cancellationToken))
                    .Where(known => known.Id == workspace.Value)
                    .SelectMany(static known => known.Members)
                    .Select(static member => member.Thing),
            ],
            NameResolution.Container => await PlacesAsync(kind, workspace, within, cancellationToken),
            NameResolution.Status => await StatusesAsync(workspace, within, cancellationToken),
            NameResolution.Tag => await TagsAsync(workspace, within, cancellationToken),
            NameResolution.CustomField => await FieldsAsync(workspace, within, cancellationToken),
            NameResolution.Task => await TasksAsync(workspace, within, cancellationToken),
            _ => await ListedAsync(ListedKinds.Of(kind), workspace, within, cancellationToken),
        };

    private async Task<IReadOnlyList<NamedThing>> PlacesAsync(
        EntityKind kind,
        WorkspaceId workspace,
        IReadOnlyList<EntityId> within,
        CancellationToken cancellationToken
    )
    {
        WorkspaceHierarchy all = await directory.GetHierarchyAsync(workspace, afterMiss: false, cancellationToken);
        return kind switch
        {
            EntityKind.Space => [.. all.Spaces.Select(static space => space.Thing)],
            EntityKind.Folder =>
            [
                .. all.Folders.Where(folder => IsIn(folder.Space, null, within)).Select(static folder => folder.Thing),
            ],
            _ => [.. all.Lists.Where(list => IsIn(list.Space, list.Folder, within)).Select(static list => list.Thing)],
        };
    }

    private static bool IsIn(SpaceInfo space, FolderInfo? folder, IReadOnlyList<EntityId> within) =>
        within.All(place =>
            place.Kind switch
            {
                EntityKind.Space => place.Value == space.Id,
                EntityKind.Folder => place.Value == folder?.Id,
                _ => true,
            }
        );

    private async Task<IReadOnlyList<NamedThing>> StatusesAsync(
        WorkspaceId workspace,
        IReadOnlyList<EntityId> within,
        CancellationToken cancellationToken
    )
    {
        if (await PlaceOfAsync(within, cancellationToken) is { } place)
        {
            return Named(await directory.GetStatusesAsync(place, afterMiss: false, cancellationToken));
        }

        WorkspaceHierarchy all = await directory.GetHierarchyAsync(workspace, afterMiss: false, cancellationToken);
        return Named([
            .. all.Spaces.SelectMany(static space => space.Statuses ?? []),
            .. all.Folders.SelectMany(static folder => folder.Statuses ?? []),
            .. all.Lists.SelectMany(static list => list.Statuses ?? []),
        ]);
    }

    private async Task<IReadOnlyList<NamedThing>> TagsAsync(
        WorkspaceId workspace,
        IReadOnlyList<EntityId> within,
        CancellationToken cancellationToken
    )
    {
        List<SpaceId> spaces = [];
        if (within.Count > 0)
        {
            spaces.Add(await directory.GetSpaceOfAsync(within[0], cancellationToken));
        }
        else
        {
            IEnumerable<SpaceInfo> all = await directory.GetSpacesAsync(workspace, cancellationToken);
            spaces.AddRange(all.Take(MostSpaces).Select(static space => new SpaceId(space.Id)));
        }

        List<string> tags = [];
        foreach (SpaceId space in spaces)
        {
            tags.AddRange(await directory.GetTagsAsync(space, afterMiss: false, cancellationToken));
        }

        return Named(tags);
    }

    private async Task<IReadOnlyList<NamedThing>> FieldsAsync(
        WorkspaceId workspace,
        IReadOnlyList<EntityId> within,
        CancellationToken cancellationToken
    )
    {
        EntityId place = await PlaceOfAsync(within, cancellationToken) ?? workspace;
        return
        [
            .. (await directory.GetFieldsAsync(place, afterMiss: false, cancellationToken)).Select(static field =>
                field.Thing
            ),
        ];
    }

    private async Task<IReadOnlyList<NamedThing>> TasksAsync(
        WorkspaceId workspace,
        IReadOnlyList<EntityId> within,
        CancellationToken cancellationToken
    )
    {
        if (within.FirstOrDefault(static place => place.Kind != EntityKind.Task) is not { Value: not null } place)
        {
            return [];
        }

        WorkspaceId? own = place.Kind == EntityKind.List ? null : workspace;
        TaskScan scan = await directory.GetTasksAsync(place, own, afterMiss: false, cancellationToken);
        return [.. scan.Tasks.Select(static task => task.Thing)];
    }

    private async Task<IReadOnlyList<NamedThing>> ListedAsync(
        ListedKind kind,
        WorkspaceId workspace,
        IReadOnlyList<EntityId> within,
        CancellationToken cancellationToken
    )
    {
        foreach (Listing listing in kind.Listings)
        {
            bool isAnywhere = listing.Parent == EntityKind.Workspace;
            EntityId parent = within.FirstOrDefault(place => place.Kind == listing.Parent);
            if (isAnywhere || parent.Value is not null)
            {
                ListingTarget target = new(
                    kind,
                    listing,
                    listing.NeedsWorkspace ? workspace.Value : string.Empty,
                    isAnywhere ? string.Empty : parent.Value
                );
                ListedThings listed = await directory.GetListedAsync(target, afterMiss: false, cancellationToken);
                return [.. listed.Things, .. kind.BuiltIn];
            }
        }

        return [];
    }

    private async Task<EntityId?> PlaceOfAsync(IReadOnlyList<EntityId> within, CancellationToken cancellationToken) =>
        within.Count == 0 ? null
        : within[0].Kind == EntityKind.Task
            ? new ListId((await directory.GetTaskHomeAsync(TaskId.Of(within[0]), cancellationToken)).ListId)
        : within[0];

    private static IReadOnlyList<NamedThing> Named(IEnumerable<string> names) =>
        [
            .. names
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(static name => new NamedThing(name, name, string.Empty, [])),
        ];
}
