namespace ClickUpMcp.Sandbox.Model;

/// <summary>A list that a template creates.</summary>
internal sealed record ListBlueprint(string Name, string Content, IReadOnlyList<TaskBlueprint> Tasks);
