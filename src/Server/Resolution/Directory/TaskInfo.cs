namespace ClickUpMcp.Resolution;

/// <summary>What name resolution knows of a task.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status; empty when ClickUp did not send one.</param>
/// <param name="ListName">The name of its home list; empty when ClickUp did not send one.</param>
/// <param name="Path">Names from folder to home list.</param>
/// <param name="ShownName">Its name as it may be shown; null for the name.</param>
internal sealed record TaskInfo(
    string Id,
    string Name,
    string Status,
    string ListName,
    IReadOnlyList<string> Path,
    string? ShownName = null
)
{
    /// <summary>The task as something that has a name.</summary>
    public NamedThing Thing { get; } =
        new(
            Id,
            Name,
            (ListName.Length == 0 ? "task" : $"task in list {ListName}") + (Status.Length == 0 ? "" : $", {Status}"),
            Path
        )
        {
            ShownName = ShownName ?? Name,
        };
}
