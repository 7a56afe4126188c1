using System.Text.Json;

namespace ClickUpMcp.Sandbox.Model;

/// <summary>A task or subtask with all that hangs on it.</summary>
internal sealed class TaskItem
{
    public required string Id { get; init; }

    public required TaskList List { get; set; }

    public required Member Creator { get; init; }

    public required string Name { get; set; }

    public required Status Status { get; set; }

    public required long DateCreated { get; init; }

    public required int OrderIndex { get; init; }

    public long DateUpdated { get; set; }

    public long? DateClosed { get; set; }

    public long? DateDone { get; set; }

    public string? CustomId { get; init; }

    /// <summary>0 a task, 1 a milestone, else a custom task type.</summary>
    public long CustomItemId { get; set; }

    /// <summary>The description as Markdown; the plain form is derived from it.</summary>
    public string Markdown { get; set; } = "";

    public string PlainText { get; set; } = "";

    public bool IsArchived { get; set; }

    public bool IsPrivate { get; set; }

    /// <summary>1 urgent to 4 low, or null.</summary>
    public int? Priority { get; set; }

    public long? DueDate { get; set; }

    public long? StartDate { get; set; }

    public double? Points { get; set; }

    /// <summary>Milliseconds.</summary>
    public long? TimeEstimate { get; set; }

    /// <summary>Milliseconds by user id, or by "unassigned".</summary>
    public Dictionary<string, long> EstimatesByUser { get; } = new(StringComparer.Ordinal);

    public TaskItem? Parent { get; set; }

    public List<Member> Assignees { get; } = [];

    public List<Member> Watchers { get; } = [];

    public List<string> GroupAssignees { get; } = [];

    public List<Tag> Tags { get; } = [];

    public List<TaskItem> Subtasks { get; } = [];

    public List<TaskList> FurtherLists { get; } = [];

    public List<Checklist> Checklists { get; } = [];

    public List<Dependency> Dependencies { get; } = [];

    public List<TaskLink> Links { get; } = [];

    public List<TimeEntry> TimeEntries { get; } = [];

    public List<StatusPeriod> History { get; } = [];

    /// <summary>Custom field values in stored form, by field id.</summary>
    public Dictionary<string, JsonElement> FieldValues { get; } = new(StringComparer.Ordinal);

    public TaskItem Root => Parent?.Root ?? this;
}
