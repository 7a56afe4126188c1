namespace ClickUpMcp.Tools.Handlers;

/// <summary>What happened in a period.</summary>
/// <param name="Created">Tasks that were created.</param>
/// <param name="Done">Tasks that were done.</param>
/// <param name="Updated">Open tasks that were changed and not created.</param>
/// <param name="Overdue">Open tasks that are late.</param>
/// <param name="Time">Time that was tracked.</param>
internal sealed record WorkspaceChanges(
    IReadOnlyList<TaskFacts> Created,
    IReadOnlyList<TaskFacts> Done,
    IReadOnlyList<TaskFacts> Updated,
    IReadOnlyList<TaskFacts> Overdue,
    IReadOnlyList<TrackedTime> Time
);
