using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>A task's further lists, beside its home.</summary>
internal static class ListTaskEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/list/{list_id}/task/{task_id}", Add),
        new("DELETE", "/api/v2/list/{list_id}/task/{task_id}", Remove),
    ];

    // Without the "Tasks in Multiple Lists" ClickApp the response is the same and nothing happens.
    private static ApiResponse Add(Call call)
    {
        var (list, task) = (call.List, call.TaskWithoutCustomId);
        if (list.Space.Features.TasksInMultipleLists && task.List != list && !task.FurtherLists.Contains(list))
        {
            task.FurtherLists.Add(list);
            task.DateUpdated = call.Now;
        }

        return ApiResponse.Empty;
    }

    private static ApiResponse Remove(Call call)
    {
        var (list, task) = (call.List, call.TaskWithoutCustomId);
        if (task.List == list)
        {
            throw Refuse.BadRequest("Task cannot be removed from its home list");
        }

        task.FurtherLists.Remove(list);
        return ApiResponse.Empty;
    }
}
