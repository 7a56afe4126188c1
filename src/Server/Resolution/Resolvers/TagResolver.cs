using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the exact name of a tag; each space has its own.</summary>
internal sealed class TagResolver(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>The tag's name as its space has it; a new one where the write makes it.</summary>
    public async Task<string> ResolveAsync(string text, ResolutionScope scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<SpaceId> spaces = await FindSpacesAsync(scope, cancellationToken);
        string place = spaces.Count == 1 ? "in this space" : "in these spaces";
        Task<NamedThing> tag = scope.MayBeNew
            ? NameLookup.FindOrAddAsync(EntityKind.Tag, text, scope.Lookups, LoadAsync)
            : NameLookup.FindAsync(EntityKind.Tag, text, scope.Lookups, LoadAsync);
        return (await tag).Id;

        async Task<NameTable> LoadAsync(bool afterMiss)
        {
            List<string> names = [];
            foreach (SpaceId space in spaces)
            {
                names.AddRange(await directory.GetTagsAsync(space, afterMiss, cancellationToken));
            }

            return new NameTable(
                [.. names.Distinct().Select(static name => new NamedThing(name, name, string.Empty, []))],
                place,
                "Use one of these tags."
            );
        }
    }

    private async Task<IReadOnlyList<SpaceId>> FindSpacesAsync(
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<EntityId> given = scope.AllGiven(
            EntityKind.Task,
            EntityKind.List,
            EntityKind.Folder,
            EntityKind.Space
        );
        if (given.Count == 0)
        {
            WorkspaceId workspace = await workspaces.ResolveAsync(scope, cancellationToken);
            WorkspaceHierarchy all = await directory.GetHierarchyAsync(workspace, afterMiss: false, cancellationToken);
            return [.. all.Spaces.Select(static space => new SpaceId(space.Id))];
        }

        Dictionary<string, SpaceId> spaces = [];
        foreach (EntityId place in given)
        {
            SpaceId space = await directory.GetSpaceOfAsync(place, cancellationToken);
            spaces[space.Value] = space;
        }

        return [.. spaces.Values];
    }
}
