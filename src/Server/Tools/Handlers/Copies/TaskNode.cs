using System.Text.Json;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>One task of a tree that is copied.</summary>
/// <param name="Task">The task as ClickUp shows it.</param>
/// <param name="Parent">The task of the tree that it is below; null for the root.</param>
internal sealed record TaskNode(JsonElement Task, TaskNode? Parent)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = Task.Text("id") ?? string.Empty;

    /// <summary>Its name, to be quoted in a sentence.</summary>
    public string Name => TaskReading.Name(Task);
}
