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

        string? folder = scope.IdOf(EntityKind.Folder);
        string? space = scope.IdOf(EntityKind.Space);
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
    }

    private static NameTable TableOf(EntityKind kind, WorkspaceHierarchy hierarchy, string? folderId, string? spaceId)
    {
        List<NamedThing> things = kind switch
        {
            EntityKind.Space => hierarchy.Spaces.Select(static space => space.Thing).ToList(),
            EntityKind.Folder => hierarchy
                .Folders.Where(folder => spaceId is null || folder.Space.Id == spaceId)
                .Select(static folder => folder.Thing)
                .ToList(),
            _ => hierarchy
                .Lists.Where(list => spaceId is null || list.Space.Id == spaceId)
                .Where(list => folderId is null || list.Folder?.Id == folderId)
                .Select(static list => list.Thing)
                .ToList(),
        };
        return new NameTable(things, PlaceOf(hierarchy, kind == EntityKind.List ? folderId : null, spaceId));
    }

    private static string PlaceOf(WorkspaceHierarchy hierarchy, string? folderId, string? spaceId)
    {
        if (folderId is not null)
        {
            string? name = hierarchy.Folders.FirstOrDefault(folder => folder.Id == folderId)?.Name;
            return name is null ? "in that folder" : $"in folder {name}";
        }

        if (spaceId is not null)
        {
            string? name = hierarchy.Spaces.FirstOrDefault(space => space.Id == spaceId)?.Name;
            return name is null ? "in that space" : $"in space {name}";
        }

        return string.Empty;
    }
}
