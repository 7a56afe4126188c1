using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Reading and deleting tasks, and the two ways to list them.</summary>
internal static class TaskEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/list/{list_id}/task", GetOfList),
        new("GET", "/api/v2/team/{team_id}/task", Search),
        new("GET", "/api/v2/task/{task_id}", Get),
        new("DELETE", "/api/v2/task/{task_id}", Delete),
    ];

    private static ApiResponse GetOfList(Call call)
    {
        var list = call.List;
        var withFurther = call.Query.IsTrue("include_timl");
        return TaskPage.Of(
            call,
            call.World.Tasks.Values.Where(task =>
                task.List == list || (withFurther && task.FurtherLists.Contains(list))
            ),
            TaskForm.Listed
        );
    }

    private static ApiResponse Search(Call call)
    {
        var workspace = call.Workspace;
        var spaces = call.Query.Array("space_ids", TaskFilter.NoArray);
        var folders = call.Query.Array("project_ids", TaskFilter.NoArray);
        var lists = call.Query.Array("list_ids", TaskFilter.NoArray);
        var withFurther = call.Query.IsTrue("include_timl");
        var parent = call.Query.Text("parent");
        return TaskPage.Of(
            call,
            call.World.Tasks.Values.Where(task =>
                task.List.Space.Workspace == workspace
                && Places(task, withFurther)
                    .Any(list =>
                        IsWanted(spaces, list.Space.Id) && IsWanted(folders, list.Folder.Id) && IsWanted(lists, list.Id)
                    )
                && (parent is null || task.Parent?.Id == parent)
            ),
            TaskForm.Found,
            isOfParent: parent is not null
        );
    }

    private static ApiResponse Get(Call call)
    {
        var task = call.Task;
        return ApiResponse.Json(writer =>
            TaskJson.Write(
                writer,
                call.World,
                task,
                TaskForm.Single,
                call.Query.IsTrue("include_markdown_description"),
                call.Query.IsTrue("include_subtasks")
            )
        );
    }

    private static ApiResponse Delete(Call call)
    {
        call.World.Remove(call.Task);
        return ApiResponse.NoContent;
    }

    private static IEnumerable<TaskList> Places(TaskItem task, bool withFurther) =>
        withFurther ? task.FurtherLists.Prepend(task.List) : [task.List];

    private static bool IsWanted(IReadOnlyList<string> wanted, string id) =>
        wanted.Count == 0 || wanted.Contains(id, StringComparer.Ordinal);
}
