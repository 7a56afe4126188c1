using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>The date filters of task pages; a task without the date matches no bound on it.</summary>
internal sealed class TaskDates(QueryString query)
{
    private readonly (long? After, long? Before) _due = Bounds(query, "due_date");
    private readonly (long? After, long? Before) _created = Bounds(query, "date_created");
    private readonly (long? After, long? Before) _updated = Bounds(query, "date_updated");
    private readonly (long? After, long? Before) _done = Bounds(query, "date_done");

    public bool Match(TaskItem task) =>
        IsWithin(_due, task.DueDate)
        && IsWithin(_created, task.DateCreated)
        && IsWithin(_updated, task.DateUpdated)
        && IsWithin(_done, task.DateDone);

    private static (long? After, long? Before) Bounds(QueryString query, string name) =>
        (query.Number(name + "_gt"), query.Number(name + "_lt"));

    private static bool IsWithin((long? After, long? Before) bounds, long? moment) =>
        (bounds.After is not { } after || moment > after) && (bounds.Before is not { } before || moment < before);
}
