using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>How long tasks have been in each status.</summary>
internal static class TimeInStatusEndpoints
{
    private const int MostTasks = 100;

    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/task/{task_id}/time_in_status", OfTask),
        new("GET", "/api/v2/task/bulk_time_in_status/task_ids", OfTasks),
    ];

    private static ApiResponse OfTask(Call call)
    {
        var task = call.Task;
        return ApiResponse.Object(writer => WriteMembers(writer, task, call.Now));
    }

    private static ApiResponse OfTasks(Call call)
    {
        var ids = call.Query.All("task_ids");
        if (ids.Count is 0 or > MostTasks)
        {
            throw Refuse.BadRequest($"task_ids must name 1 to {MostTasks} tasks");
        }

        var tasks = ids.Distinct(StringComparer.Ordinal)
            .Select(id => call.FindTask(id) ?? throw Refuse.UnknownTask())
            .ToList();
        return ApiResponse.Object(writer =>
        {
            foreach (var task in tasks)
            {
                writer.WriteStartObject(task.Id);
                WriteMembers(writer, task, call.Now);
                writer.WriteEndObject();
            }
        });
    }

    private static void WriteMembers(Utf8JsonWriter writer, TaskItem task, long now)
    {
        var current = task.History[^1];
        writer.WriteStartObject("current_status");
        writer.WriteString("status", current.Status.Name);
        writer.WriteString("color", current.Status.Color);
        WriteTotal(writer, current.Since, now);
        writer.WriteEndObject();
        writer.WriteStartArray("status_history");
        for (var index = 0; index < task.History.Count; index++)
        {
            var period = task.History[index];
            var end = index + 1 < task.History.Count ? task.History[index + 1].Since : now;
            writer.WriteStartObject();
            writer.WriteString("status", period.Status.Name);
            writer.WriteString("color", period.Status.Color);
            writer.WriteString("type", period.Status.Type);
            WriteTotal(writer, period.Since, end);
            writer.WriteNumber("orderindex", period.Status.OrderIndex);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTotal(Utf8JsonWriter writer, long since, long until)
    {
        writer.WriteStartObject("total_time");
        writer.WriteNumber("by_minute", (until - since) / 60_000);
        writer.WriteMoment("since", since);
        writer.WriteEndObject();
    }
}
