namespace ClickUpMcp.Resolution;

/// <summary>A folder or subfolder of a space.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Space">The space it is in.</param>
/// <param name="Parents">Names of the folders around it, outermost first; empty for most.</param>
/// <param name="Statuses">Its own statuses; null when it has or reports none.</param>
internal sealed record FolderInfo(
    string Id,
    string Name,
    SpaceInfo Space,
    IReadOnlyList<string> Parents,
    IReadOnlyList<string>? Statuses
)
{
    /// <summary>The names from the space to this folder.</summary>
    public IReadOnlyList<string> Path { get; } = [Space.Name, .. Parents, Name];

    /// <summary>Where its lists are; one text for all of them.</summary>
    public string WhereOfLists { get; } = $"list in folder {Name}, space {Space.Name}";

    /// <summary>The folder as something that has a name.</summary>
    public NamedThing Thing { get; } =
        new(
            Id,
            Name,
            $"folder in {string.Concat(Parents.Reverse().Select(static name => $"folder {name}, "))}space {Space.Name}",
            [Space.Name, .. Parents]
        );
}
