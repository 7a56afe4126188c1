namespace ClickUpMcp.Resolution;

/// <summary>A space of a workspace.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Statuses">Its statuses in order; null when ClickUp did not send them.</param>
internal sealed record SpaceInfo(string Id, string Name, IReadOnlyList<string>? Statuses)
{
    /// <summary>The names from the space to itself.</summary>
    public IReadOnlyList<string> Path { get; } = [Name];

    /// <summary>Where the lists are that it has itself; one text for all of them.</summary>
    public string WhereOfLists { get; } = $"list in space {Name}";

    /// <summary>The space as something that has a name.</summary>
    public NamedThing Thing { get; } = new(Id, Name, "space", []);
}
