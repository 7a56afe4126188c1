namespace ClickUpMcp.Resolution;

/// <summary>The tasks that a search by name went through.</summary>
/// <param name="Tasks">The tasks, most recently updated first.</param>
/// <param name="IsComplete">Whether these are all; else older ones were left out.</param>
internal sealed record TaskScan(IReadOnlyList<TaskInfo> Tasks, bool IsComplete);
