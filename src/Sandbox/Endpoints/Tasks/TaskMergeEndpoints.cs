using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Merging tasks into one; custom ids are not known here.</summary>
internal static class TaskMergeEndpoints
{
    public static Route[] Routes { get; } = [new("POST", "/api/v2/task/{task_id}/merge", Merge)];

    private static ApiResponse Merge(Call call)
    {
        var target = call.TaskWithoutCustomId;
        var sources = call
            .Body.Texts("source_task_ids")
            .Distinct(StringComparer.Ordinal)
            .Select(id => call.World.Tasks.GetValueOrDefault(id) ?? throw Refuse.NotFound("Task"))
            .ToList();
        if (sources.Count == 0 || sources.Exists(source => IsAbove(source, target)))
        {
            throw Refuse.BadRequest("source_task_ids must name other tasks");
        }

        foreach (var source in sources)
        {
            TaskMerge.Into(target, source, call.World);
        }

        target.DateUpdated = call.Now;
        return ApiResponse.Empty;
    }

    /// <summary>Whether merging would take the target away with its own parent.</summary>
    private static bool IsAbove(TaskItem source, TaskItem target)
    {
        for (TaskItem? task = target; task is not null; task = task.Parent)
        {
            if (task == source)
            {
                return true;
            }
        }

        return false;
    }
}
