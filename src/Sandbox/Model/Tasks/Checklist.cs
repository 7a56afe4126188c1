namespace ClickUpMcp.Sandbox.Model;

/// <summary>A checklist of a task.</summary>
internal sealed class Checklist
{
    public required string Id { get; init; }

    public required TaskItem Task { get; set; }

    public required string Name { get; set; }

    public required Member Creator { get; init; }

    public required long DateCreated { get; init; }

    public List<ChecklistItem> Items { get; } = [];

    public int OrderIndex => Task.Checklists.IndexOf(this);

    public ChecklistItem? FindItem(string id) => Items.Find(item => item.Id == id);
}
