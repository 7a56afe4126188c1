using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Resolves spaces, folders and lists in the hierarchy of a workspace.</summary>
internal sealed class ContainerResolver(WorkspaceDirectory directory, WorkspaceResolver workspaces)
{
    /// <summary>The id of the space, folder or list.</summary>
    public async Task<string> ResolveAsync(
        EntityKind kind,
        string text,
        ResolutionScope scope,
        CancellationToken cancellationToken
    )
    {
        if (EntityText.IsDigits(text) && scope.TrustsForm(kind))
        {
            return text;
        }

        if (ClickUpLink.TryParse(text) is { } link)
        {
            return link.IdOf(kind) ?? throw NameErrors.OtherLink(kind, link.Kind);
        }

        string? folder = OnlyOne(EntityKind.Folder);
        string? space = OnlyOne(EntityKind.Space);
        WorkspaceId workspace = await workspaces.ResolveAsync(scope, cancellationToken);
        try
        {
            NamedThing found = await NameLookup.FindAsync(
                kind,
                text,
                scope.Lookups,
                async afterMiss =>
                    TableOf(
                            kind,
                            await directory.GetHierarchyAsync(workspace, afterMiss, cancellationToken),
                            folder,
                            space
                        )
                        .WithId(text)
            );
            return found.Id;
        }
        catch (ActionableException unknown) when (unknown is not ClickUpApiException && EntityText.IsDigits(text))
        {
            // What is archived is not in the tree.
            if (await directory.ExistsAsync(new EntityId(kind, text), cancellationToken))
            {
                return text;
            }

            throw;
        }

        // In which of several it is, nobody has said.
        string? OnlyOne(EntityKind place) => scope.AllGiven(place) is [var only] ? only.Value : null;
    }

    private static NameTable TableOf(EntityKind kind, WorkspaceHierarchy hierarchy, string? folderId, string? spaceId)
    {
        if (kind == EntityKind.List && folderId is not null)
        {
            FolderInfo? folder = hierarchy.Folders.FirstOrDefault(folder => folder.Id == folderId);
            bool isThere = folder is not null && (spaceId is null || folder.Space.Id == spaceId);
            return new NameTable(
                isThere ? [.. hierarchy.ListsOf(folder!).Select(static list => list.Thing)] : [],
                folder is null ? "in that folder" : $"in folder {folder.Name}"
            );
        }

        if (kind != EntityKind.Space && spaceId is not null)
        {
            SpaceInfo? space = hierarchy.Spaces.FirstOrDefault(space => space.Id == spaceId);
            return space is null
                ? new NameTable([], "in that space")
                : TableOf(hierarchy.NamesOf(kind, space), $"in space {space.Name}");
        }

        return TableOf(hierarchy.NamesOf(kind, null), string.Empty);
    }

    private static NameTable TableOf(NameIndex index, string place) => new(index.Things, place) { Index = index };
}
