using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Dependencies and links between tasks.</summary>
internal static class TaskRelationEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/task/{task_id}/dependency", AddDependency),
        new("DELETE", "/api/v2/task/{task_id}/dependency", DeleteDependency),
        new("POST", "/api/v2/task/{task_id}/link/{links_to}", AddLink),
        new("DELETE", "/api/v2/task/{task_id}/link/{links_to}", DeleteLink),
    ];

    private static ApiResponse AddDependency(Call call)
    {
        var (waiting, dependsOn) = Pair(call, call.Body.Text("depends_on"), call.Body.Text("dependency_of"));
        if (waiting == dependsOn && call.World.RefusesSelfDependency)
        {
            throw Refuse.BadRequest("Task cannot depend on itself");
        }

        TaskRelations.Wait(waiting, dependsOn, call.Caller, call.Now);
        return ApiResponse.Empty;
    }

    private static ApiResponse DeleteDependency(Call call)
    {
        var (waiting, dependsOn) = Pair(call, call.Query.Text("depends_on"), call.Query.Text("dependency_of"));
        TaskRelations.Unwait(waiting, dependsOn);
        return ApiResponse.Empty;
    }

    // One of the two is right, though the document asks for both on delete.
    private static (TaskItem Waiting, TaskItem DependsOn) Pair(Call call, string? dependsOn, string? dependencyOf)
    {
        var task = call.Task;
        if (dependsOn is null == dependencyOf is null)
        {
            throw Refuse.BadRequest("Must provide either depends_on or dependency_of");
        }

        var other = call.FindTask(dependsOn ?? dependencyOf!) ?? throw Refuse.UnknownTask();
        return dependsOn is not null ? (task, other) : (other, task);
    }

    private static ApiResponse AddLink(Call call)
    {
        var task = call.Task;
        TaskRelations.Link(task, Other(call), call.Caller, call.Now);
        return Show(call, task);
    }

    private static ApiResponse DeleteLink(Call call)
    {
        var task = call.Task;
        TaskRelations.Unlink(task, Other(call));
        return Show(call, task);
    }

    private static TaskItem Other(Call call) => call.FindTask(call.Path["links_to"]) ?? throw Refuse.UnknownTask();

    private static ApiResponse Show(Call call, TaskItem task) =>
        ApiResponse.Object(writer =>
        {
            writer.WritePropertyName("task");
            TaskJson.Write(writer, call.World, task, TaskForm.Linked);
        });
}
