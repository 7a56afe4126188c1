using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Seeding;

namespace ClickUpMcp.Sandbox.TimeTracking;

/// <summary>Finds, adds and removes time entries.</summary>
internal static class TimeEntries
{
    public static TimeEntry Find(Call call)
    {
        var (workspace, id) = (call.Workspace, call.Path["timer_id"]);
        if (!long.TryParse(id, out _))
        {
            throw Refuse.BadTime("Time entry id must be an integer", "TIMEENTRY_062");
        }

        return call.World.TimeEntries.GetValueOrDefault(id) is { } entry && entry.Workspace == workspace
            ? entry
            : throw Refuse.BadTime("Time entry not found or no access", "TIMEENTRY_059", 401);
    }

    public static TimeEntry Add(World world, Workspace workspace, Member user, TaskItem? task, long start, long? end)
    {
        var entry = new TimeEntry
        {
            Id = world.Ids.Numeric(IdRanges.TimeEntry),
            Workspace = workspace,
            User = user,
            Start = start,
            End = end,
            At = end ?? start,
            Task = task,
        };
        world.TimeEntries.Add(entry.Id, entry);
        task?.TimeEntries.Add(entry);
        return entry;
    }

    public static void Remove(World world, TimeEntry entry)
    {
        world.TimeEntries.Remove(entry.Id);
        entry.Task?.TimeEntries.Remove(entry);
    }
}
