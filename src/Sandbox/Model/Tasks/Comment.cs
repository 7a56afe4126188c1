using System.Text.Json;

namespace ClickUpMcp.Sandbox.Model;

/// <summary>A comment on a task, list or chat view, or a reply to one.</summary>
internal sealed class Comment
{
    public required long Id { get; init; }

    public required Member Author { get; init; }

    public required long Date { get; init; }

    /// <summary>The content as blocks; the truth behind comment_text.</summary>
    public required JsonElement Blocks { get; set; }

    public required string Text { get; set; }

    public TaskItem? Task { get; set; }

    public TaskList? List { get; init; }

    /// <summary>Id of a chat view.</summary>
    public string? View { get; init; }

    public Comment? Parent { get; init; }

    public Member? Assignee { get; set; }

    public UserGroup? GroupAssignee { get; set; }

    public Member? AssignedBy { get; set; }

    public bool IsResolved { get; set; }

    public List<Comment> Replies { get; } = [];
}
