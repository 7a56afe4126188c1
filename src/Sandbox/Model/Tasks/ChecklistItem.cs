namespace ClickUpMcp.Sandbox.Model;

/// <summary>One line of a checklist; nested lines name their parent.</summary>
internal sealed class ChecklistItem
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required long DateCreated { get; init; }

    public required int OrderIndex { get; init; }

    public bool IsResolved { get; set; }

    public Member? Assignee { get; set; }

    public ChecklistItem? Parent { get; set; }
}
