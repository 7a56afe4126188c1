using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Time estimates of a task by person (version 3).</summary>
internal static class TimeEstimateEndpoints
{
    private const string Path = "/api/v3/workspaces/{workspace_id}/tasks/{task_id}/time_estimates_by_user";
    private const string Unassigned = "unassigned";
    private const int MostEstimates = 10;

    public static Route[] Routes { get; } = [new("PATCH", Path, Update), new("PUT", Path, Replace)];

    private static ApiResponse Update(Call call)
    {
        var task = call.TaskOfWorkspace;
        var written = Read(call, task);
        Apply(call, task, written);
        return Show(task, "updated_estimates", written);
    }

    private static ApiResponse Replace(Call call)
    {
        var task = call.TaskOfWorkspace;
        var written = Read(call, task);
        task.EstimatesByUser.Clear();
        Apply(call, task, written);
        return Show(task, "assignee_estimates", written);
    }

    private static void Apply(Call call, TaskItem task, Dictionary<string, long> written)
    {
        foreach (var (person, time) in written)
        {
            task.EstimatesByUser[person] = time;
        }

        task.TimeEstimate = task.EstimatesByUser.Values.Sum();
        task.DateUpdated = call.Now;
    }

    private static Dictionary<string, long> Read(Call call, TaskItem task)
    {
        var root = call.Body.Root;
        if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() > MostEstimates)
        {
            throw Refuse.BadRequest($"The body must be an array of at most {MostEstimates} estimates");
        }

        var read = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var item in root.EnumerateArray().Select(static item => new RequestBody(item)))
        {
            read[Person(item, task)] = item.Number("time") is >= 0 and var time
                ? time
                : throw Refuse.BadRequest("time must be a non-negative integer");
        }

        return read;
    }

    private static string Person(RequestBody item, TaskItem task) =>
        item.Text("assignee") == Unassigned ? Unassigned
        : item.Number("assignee") is { } id && task.Assignees.Exists(person => person.Id == id) ? id.ToString()
        : throw Refuse.BadRequest("assignee is not assigned to the task");

    private static ApiResponse Show(TaskItem task, string name, Dictionary<string, long> estimates) =>
        ApiResponse.Object(writer =>
        {
            writer.WriteStartObject("data");
            writer.WriteNumber("total_time_estimate", task.TimeEstimate ?? 0);
            writer.WriteStartObject(name);
            foreach (var (person, time) in estimates)
            {
                writer.WriteNumber(person, time);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        });
}
