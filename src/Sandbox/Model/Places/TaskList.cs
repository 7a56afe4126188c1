namespace ClickUpMcp.Sandbox.Model;

/// <summary>A list; its own statuses, where it has them, replace those of its space.</summary>
internal sealed class TaskList
{
    public required string Id { get; init; }

    public required Folder Folder { get; init; }

    public required string Name { get; set; }

    public required int OrderIndex { get; init; }

    public Space Space => Folder.Space;

    public string Content { get; set; } = "";

    /// <summary>Colour name of the list, which the API calls its status.</summary>
    public string? ColorName { get; set; }

    public int? Priority { get; set; }

    public Member? Assignee { get; set; }

    public long? DueDate { get; set; }

    public bool DueDateHasTime { get; set; }

    public long? StartDate { get; set; }

    public bool IsArchived { get; set; }

    public bool IsPrivate { get; set; }

    public List<Status>? OwnStatuses { get; init; }

    public List<Status> Statuses => OwnStatuses ?? Space.Statuses;

    /// <summary>Finds a status by name, as the API does: without regard to case.</summary>
    public Status? FindStatus(string name) =>
        Statuses.Find(status => string.Equals(status.Name, name, StringComparison.OrdinalIgnoreCase));
}
