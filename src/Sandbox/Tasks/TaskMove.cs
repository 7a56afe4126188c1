using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Gives a task and its subtasks another home list.</summary>
internal static class TaskMove
{
    public static void To(TaskList list, TaskItem task, RequestBody body, World world, long now)
    {
        // Read before anything changes: a move that is refused moves nothing.
        var status = StatusIn(list, task, body);
        if (body.Flag("move_custom_fields") == true)
        {
            CarryFields(list, task, body, world);
        }

        task.Parent?.Subtasks.Remove(task);
        task.Parent = null;
        Enter(list, task, status, now);
    }

    /// <summary>The status of that name in the new list, or the one its id is mapped to.</summary>
    private static Status StatusIn(TaskList list, TaskItem task, RequestBody body)
    {
        foreach (var mapping in body.Items("status_mappings").Select(static item => new RequestBody(item)))
        {
            if (mapping.Text("source_status_id") == task.Status.Id)
            {
                return list.Statuses.Find(status => status.Id == mapping.Text("destination_status_id"))
                    ?? throw Refuse.BadRequest("Destination status does not exist in the new list");
            }
        }

        return list.FindStatus(task.Status.Name)
            ?? throw Refuse.BadRequest("Status mapping is required: the new list lacks the task's status");
    }

    // Fields that stay behind keep their values, which show again if the task comes back.
    private static void CarryFields(TaskList list, TaskItem task, RequestBody body, World world)
    {
        var wanted = body.Texts("custom_fields_to_move").ToList();
        foreach (var field in world.Fields.Where(field => field.AppliesTo(task) && !field.IsInherited(list)))
        {
            if (wanted.Count == 0 || wanted.Contains(field.Id, StringComparer.Ordinal))
            {
                field.FurtherLists.Add(list);
            }
        }
    }

    private static void Enter(TaskList list, TaskItem task, Status status, long now)
    {
        task.List = list;
        task.FurtherLists.Remove(list);
        task.DateUpdated = now;
        TaskWriter.Enter(task, status, now);
        foreach (var subtask in task.Subtasks)
        {
            Enter(list, subtask, list.FindStatus(subtask.Status.Name) ?? list.Statuses[0], now);
        }
    }
}
