namespace ClickUpMcp.Sandbox.Model;

/// <summary>One task waits on another; both tasks hold the same object.</summary>
internal sealed record Dependency(TaskItem Waiting, TaskItem DependsOn, Member Creator, long DateCreated);
