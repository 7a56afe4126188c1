namespace ClickUpMcp.Resolution;

/// <summary>The spaces, folders and lists of one workspace as they were when loaded.</summary>
internal sealed record WorkspaceHierarchy(
    IReadOnlyList<SpaceInfo> Spaces,
    IReadOnlyList<FolderInfo> Folders,
    IReadOnlyList<ListInfo> Lists
);
