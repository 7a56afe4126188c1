using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Moving a task to another home list, which only version 3 of the API can do.</summary>
internal static class TaskMoveEndpoints
{
    public static Route[] Routes { get; } =
    [new("PUT", "/api/v3/workspaces/{workspace_id}/tasks/{task_id}/home_list/{list_id}", Move)];

    private static ApiResponse Move(Call call)
    {
        var (workspace, task) = (call.Workspace, call.TaskOfWorkspace);
        var list = call.World.Lists.GetValueOrDefault(call.Path["list_id"]);
        if (list?.Space.Workspace != workspace)
        {
            throw Refuse.NotFound("List");
        }

        if (task.List != list)
        {
            TaskMove.To(list, task, call.Body, call.World, call.Now);
        }

        return ApiResponse.Object(writer =>
        {
            writer.WriteStartObject("data");
            writer.WriteString("task_id", task.Id);
            writer.WriteString("new_list_id", list.Id);
            writer.WriteEndObject();
        });
    }
}
