using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.TimeTracking;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>The older time tracking of one task: the same entries, grouped by person and called intervals.</summary>
internal static class LegacyTimeEndpoints
{
    private const string Path = "/api/v2/task/{task_id}/time";
    private const string IntervalPath = Path + "/{interval_id}";

    public static Route[] Routes { get; } =
    [
        new("GET", Path, Get),
        new("POST", Path, Track),
        new("PUT", IntervalPath, Edit),
        new("DELETE", IntervalPath, Delete),
    ];

    private static ApiResponse Get(Call call)
    {
        var people = call.Task.TimeEntries.Where(static entry => !entry.IsRunning).GroupBy(static entry => entry.User);
        return ApiResponse.Object(writer =>
            writer.WriteList(
                "data",
                people,
                static (inner, person) =>
                {
                    inner.WriteStartObject();
                    inner.WritePerson("user", person.Key);
                    inner.WriteNumber("time", person.Sum(static entry => entry.Duration));
                    inner.WriteList("intervals", person, TimeEntryJson.WriteInterval);
                    inner.WriteEndObject();
                }
            )
        );
    }

    private static ApiResponse Track(Call call)
    {
        var task = call.Task;
        TimeEntryWriter.RequireTimeTracking(task);
        var (start, end) = Span(call) ?? throw Refuse.BadTime("start and end, or time, are required", "TIMEENTRY_072");
        var entry = TimeEntries.Add(call.World, task.List.Space.Workspace, call.Caller, task, start, end);
        entry.At = call.Now;
        return ApiResponse.Object(writer => writer.WriteString("id", entry.Id));
    }

    private static ApiResponse Edit(Call call)
    {
        var entry = Find(call);
        if (Span(call) is (var start, var end))
        {
            (entry.Start, entry.End, entry.At) = (start, end, call.Now);
        }

        return ApiResponse.Empty;
    }

    private static ApiResponse Delete(Call call)
    {
        TimeEntries.Remove(call.World, Find(call));
        return ApiResponse.Empty;
    }

    // A total alone counts as time that ends now.
    private static (long Start, long End)? Span(Call call)
    {
        var body = call.Body;
        return (body.Number("start"), body.Number("end")) is ({ } start, { } end) ? (start, end)
            : body.Number("time") is { } time ? (call.Now - time, call.Now)
            : null;
    }

    private static TimeEntry Find(Call call) =>
        call.Task.TimeEntries.Find(entry => entry.Id == call.Path["interval_id"] && !entry.IsRunning)
        ?? throw Refuse.BadTime("Time entry not found or no access", "TIMEENTRY_059", 401);
}
