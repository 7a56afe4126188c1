namespace ClickUpMcp.Resolution;

/// <summary>A list of a folder, or of a space itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Space">The space it is in.</param>
/// <param name="Folder">The folder it is in; null for a folderless list.</param>
/// <param name="Statuses">Its own statuses; null when it has or reports none.</param>
/// <param name="HidesStatuses">Whether it has statuses of its own that this response did not contain.</param>
internal sealed record ListInfo(
    string Id,
    string Name,
    SpaceInfo Space,
    FolderInfo? Folder,
    IReadOnlyList<string>? Statuses,
    bool HidesStatuses
)
{
    /// <summary>The names from the space to this list.</summary>
    public IReadOnlyList<string> Path => [.. Folder?.Path ?? Space.Path, Name];

    /// <summary>The list as something that has a name.</summary>
    public NamedThing Thing { get; } =
        new(Id, Name, Folder?.WhereOfLists ?? Space.WhereOfLists, Folder?.Path ?? Space.Path);
}
