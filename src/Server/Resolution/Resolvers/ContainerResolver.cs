using ClickUpMcp.Api;

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
        if (EntityText.IsDigits(text))
        {
            return text;
        }

        if (ClickUpLink.TryParse(text) is { } link && link.Kind == kind)
        {
            return link.Id;
        }

        string? folder = scope.IdOf(EntityKind.Folder);
        string? space = scope.IdOf(EntityKind.Space);
        WorkspaceId workspace = await workspaces.ResolveAsync(scope.Workspace, cancellationToken);
        NamedThing found = await NameLookup.FindAsync(
            kind,
            text,
            async afterMiss =>
                TableOf(kind, await directory.GetHierarchyAsync(workspace, afterMiss, cancellationToken), folder, space)
        );
        return found.Id;
    }

    private static NameTable TableOf(EntityKind kind, WorkspaceHierarchy hierarchy, string? folderId, string? spaceId)
    {
        List<NamedThing> things = kind switch
        {
            EntityKind.Space => hierarchy.Spaces.Select(static s => new NamedThing(s.Id, s.Name, "space", [])).ToList(),
            EntityKind.Folder => hierarchy
                .Folders.Where(folder => spaceId is null || folder.Space.Id == spaceId)
                .Select(Thing)
                .ToList(),
            _ => hierarchy
                .Lists.Where(list => spaceId is null || list.Space.Id == spaceId)
                .Where(list => folderId is null || list.Folder?.Id == folderId)
                .Select(Thing)
                .ToList(),
        };
        return new NameTable(things, PlaceOf(hierarchy, kind == EntityKind.List ? folderId : null, spaceId));
    }

    private static NamedThing Thing(FolderInfo folder)
    {
        string around = string.Concat(folder.Parents.Reverse().Select(static name => $"folder {name}, "));
        return new(
            folder.Id,
            folder.Name,
            $"folder in {around}space {folder.Space.Name}",
            folder.Path.SkipLast(1).ToList()
        );
    }

    private static NamedThing Thing(ListInfo list)
    {
        string folder = list.Folder is null ? string.Empty : $"folder {list.Folder.Name}, ";
        return new(list.Id, list.Name, $"list in {folder}space {list.Space.Name}", list.Path.SkipLast(1).ToList());
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
