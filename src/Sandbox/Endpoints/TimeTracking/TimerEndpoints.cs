using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.TimeTracking;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>The running timer of a person.</summary>
internal static class TimerEndpoints
{
    private static readonly TimeEntryForm Form = new(MomentsAsText: false);

    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/team/{team_id}/time_entries/current", GetCurrent),
        new("POST", "/api/v2/team/{team_id}/time_entries/start", Start),
        new("POST", "/api/v2/team/{team_id}/time_entries/stop", Stop),
    ];

    private static ApiResponse GetCurrent(Call call)
    {
        var person = call.Query.Has("assignee") ? call.FindMember(call.Query.Number("assignee")) : call.Caller;
        return Show(Running(call, person));
    }

    // A person has one timer: starting the next stops the one that runs.
    private static ApiResponse Start(Call call)
    {
        var task = TimeEntryWriter.FindTask(call);
        var entry = TimeEntries.Add(call.World, call.Workspace, call.Caller, task, call.Now, end: null);
        if (Running(call, call.Caller, entry) is { } running)
        {
            Finish(running, call.Now);
        }

        TimeEntryWriter.ApplyDetails(call, entry);
        return Show(entry);
    }

    private static ApiResponse Stop(Call call)
    {
        var running = Running(call, call.Caller);
        if (running is not null)
        {
            Finish(running, call.Now);
        }

        return Show(running);
    }

    private static TimeEntry? Running(Call call, Member? person, TimeEntry? except = null)
    {
        var workspace = call.Workspace;
        return call.World.TimeEntries.Values.FirstOrDefault(entry =>
            entry.IsRunning && entry.User == person && entry.Workspace == workspace && entry != except
        );
    }

    private static void Finish(TimeEntry entry, long now)
    {
        entry.End = now;
        entry.At = now;
    }

    // Nothing running is an empty object, not null.
    private static ApiResponse Show(TimeEntry? entry) =>
        ApiResponse.Object(writer =>
        {
            writer.WritePropertyName("data");
            if (entry is not null)
            {
                TimeEntryJson.Write(writer, entry, Form);
                return;
            }

            writer.WriteStartObject();
            writer.WriteEndObject();
        });
}
