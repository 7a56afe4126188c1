using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.TimeTracking;

/// <summary>Creates and changes time entries from request bodies.</summary>
internal static class TimeEntryWriter
{
    public static TimeEntry Create(Call call)
    {
        var body = call.Body;
        var start = body.Number("start") ?? throw Refuse.BadTime("start must be an integer", "TIMEENTRY_072");
        var end =
            body.Number("duration") is { } duration ? start + duration
            : (body.Number("stop") ?? body.Number("end")) is { } stop ? stop
            : throw Refuse.BadTime("duration or stop is required", "TIMEENTRY_072");
        RequireOrder(start, end);
        var entry = TimeEntries.Add(call.World, call.Workspace, Assignee(call), FindTask(call), start, end);
        entry.At = call.Now;
        ApplyDetails(call, entry);
        return entry;
    }

    public static void Update(Call call, TimeEntry entry)
    {
        var body = call.Body;
        var before = (entry.Start, entry.End);
        var start = body.Number("start") ?? entry.Start;
        var end = body.Number("duration") is { } duration ? start + duration : body.Number("end") ?? entry.End;
        RequireOrder(start, end);
        (entry.Start, entry.End) = (start, end);

        if (before != (entry.Start, entry.End))
        {
            Remember(call, entry, "time", $"{before.Start}-{before.End}", $"{entry.Start}-{entry.End}");
        }

        if (body.Text("tid") is not null)
        {
            entry.Task?.TimeEntries.Remove(entry);
            entry.Task = FindTask(call);
            entry.Task?.TimeEntries.Add(entry);
        }

        ApplyDetails(call, entry);
        entry.At = call.Now;
    }

    public static void ApplyDetails(Call call, TimeEntry entry)
    {
        var body = call.Body;
        if (body.Text("description") is { } description && description != entry.Description)
        {
            Remember(call, entry, "description", entry.Description, description);
            entry.Description = description;
        }

        entry.IsBillable = body.Flag("billable") ?? entry.IsBillable;
        switch (body.Text("tag_action"))
        {
            case "remove":
                TimeTags.Remove(entry, body);
                break;
            case "replace":
                entry.Tags.Clear();
                goto default;
            default:
                TimeTags.Add(entry, body, call.Caller);
                break;
        }
    }

    /// <summary>The task of <c>tid</c>; refused where its space does not track time.</summary>
    public static TaskItem? FindTask(Call call)
    {
        if (call.Body.Text("tid") is not { Length: > 0 } id)
        {
            return null;
        }

        var task = call.FindTask(id) ?? throw Refuse.UnknownTask();
        RequireTimeTracking(task);
        return task;
    }

    public static void RequireTimeTracking(TaskItem task)
    {
        if (!task.List.Space.Features.IsOn(SpaceFeatures.TimeTracking))
        {
            throw Refuse.BadTime("Time tracking is not enabled for this task", "TIMEENTRY_072");
        }
    }

    private static void RequireOrder(long start, long? end)
    {
        if (end < start)
        {
            throw Refuse.BadTime("end must be after start", "TIMEENTRY_072");
        }
    }

    private static Member Assignee(Call call)
    {
        if (call.Body.Find("assignee") is null)
        {
            return call.Caller;
        }

        var person = call.FindMember(call.Body.Number("assignee"));
        return person is not null && (person == call.Caller || call.Caller.MayTrackForOthers)
            ? person
            : throw Refuse.BadTime("assignee is not valid", "TIMEENTRY_007");
    }

    private static void Remember(Call call, TimeEntry entry, string field, string before, string after) =>
        entry.History.Add(new TimeEntryChange(call.World.Ids.Uuid(), field, before, after, call.Now, call.Caller));
}
