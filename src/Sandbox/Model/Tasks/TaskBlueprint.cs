namespace ClickUpMcp.Sandbox.Model;

/// <summary>A task that a template creates.</summary>
internal sealed record TaskBlueprint(string Name, string Markdown)
{
    public int? Priority { get; init; }

    /// <summary>Milliseconds.</summary>
    public long? TimeEstimate { get; init; }

    /// <summary>Days after the template is applied.</summary>
    public int? DueInDays { get; init; }

    public Member? Assignee { get; init; }

    public bool IsArchived { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> ChecklistItems { get; init; } = [];

    public IReadOnlyList<TaskBlueprint> Subtasks { get; init; } = [];
}
