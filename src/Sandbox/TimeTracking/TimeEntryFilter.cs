using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.TimeTracking;

/// <summary>The filters of the time entry listing: by default the caller's last 30 days, never the running timer.</summary>
internal sealed class TimeEntryFilter
{
    private const long DefaultSpan = 30L * 24 * 60 * 60 * 1000;

    private readonly Workspace _workspace;
    private readonly long _start;
    private readonly long _end;
    private readonly List<long> _people;
    private readonly Func<TaskItem?, bool> _isThere;
    private readonly bool? _isBillable;

    public TimeEntryFilter(Call call)
    {
        _workspace = call.Workspace;
        _end = Moment(call.Query, "end_date") ?? call.Now;
        _start = Moment(call.Query, "start_date") ?? _end - DefaultSpan;
        _people = People(call);
        _isThere = Place(call);
        _isBillable = call.Query.Has("is_billable") ? call.Query.IsTrue("is_billable") : null;
    }

    public bool Matches(TimeEntry entry) =>
        entry.Workspace == _workspace
        && !entry.IsRunning
        && entry.Start >= _start
        && entry.Start <= _end
        && _people.Contains(entry.User.Id)
        && (_isBillable is not { } wanted || entry.IsBillable == wanted)
        && _isThere(entry.Task);

    private static long? Moment(QueryString query, string name)
    {
        var text = query.Text(name);
        return string.IsNullOrEmpty(text) ? null
            : long.TryParse(text, out var moment) ? moment
            : throw Refuse.BadTime($"{name} must be an integer", "TIMEENTRY_072");
    }

    // Others' entries are for owners and admins only.
    private static List<long> People(Call call)
    {
        if (call.Query.Text("assignee") is not { } text)
        {
            return [call.Caller.Id];
        }

        List<long> ids =
        [
            .. text.Split(',')
                .Select(static id =>
                    long.TryParse(id, out var number)
                        ? number
                        : throw Refuse.BadTime("assignee must be an integer", "TIMEENTRY_007")
                ),
        ];
        return call.Caller.MayTrackForOthers || ids.TrueForAll(id => id == call.Caller.Id)
            ? ids
            : throw Refuse.BadTime("You do not have access to these time entries", "TIMEENTRY_059", 401);
    }

    private static Func<TaskItem?, bool> Place(Call call)
    {
        var query = call.Query;
        var (space, folder, list) = (query.Text("space_id"), query.Text("folder_id"), query.Text("list_id"));
        var task = query.Text("task_id");
        if (new[] { space, folder, list, task }.Count(static id => id is not null) > 1)
        {
            throw Refuse.BadTime("Only one location filter is allowed", "TIMEENTRY_065");
        }

        if (task is not null)
        {
            var wanted = call.FindTask(task) ?? throw Refuse.UnknownTask();
            return found => found == wanted;
        }

        return found =>
            (space is null || found?.List.Space.Id == space)
            && (folder is null || found?.List.Folder.Id == folder)
            && (list is null || found?.List.Id == list);
    }
}
