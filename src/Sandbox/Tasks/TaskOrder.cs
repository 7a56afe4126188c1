using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>The order of a task page: newest or latest first, tasks without the date last, unless reversed.</summary>
internal static class TaskOrder
{
    public static IEnumerable<TaskItem> Sort(IEnumerable<TaskItem> tasks, QueryString query)
    {
        // Ids tell tasks of one moment apart, so that pages neither repeat nor lose any.
        var sorted = query.Text("order_by") switch
        {
            null or "" or "created" => tasks.OrderByDescending(static task => task.DateCreated),
            "updated" => tasks.OrderByDescending(static task => task.DateUpdated),
            "due_date" => tasks.OrderByDescending(static task => task.DueDate ?? long.MinValue),
            "id" => tasks.OrderByDescending(static task => task.Id, StringComparer.Ordinal),
            _ => throw Refuse.BadQuery("order_by"),
        };
        var ordered = sorted.ThenByDescending(static task => task.Id, StringComparer.Ordinal);
        return query.IsTrue("reverse") ? ordered.Reverse() : ordered;
    }
}
