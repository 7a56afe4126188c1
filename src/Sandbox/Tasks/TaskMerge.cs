using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Hands over what hangs on one task to another and deletes the first; nothing undoes it.</summary>
internal static class TaskMerge
{
    public static void Into(TaskItem target, TaskItem source, World world)
    {
        AddMissing(target.Assignees, source.Assignees);
        AddMissing(target.Watchers, source.Watchers);
        AddMissing(target.Tags, source.Tags);
        foreach (var subtask in source.Subtasks)
        {
            subtask.Parent = target;
        }

        foreach (var checklist in source.Checklists)
        {
            checklist.Task = target;
        }

        foreach (var entry in source.TimeEntries)
        {
            entry.Task = target;
        }

        foreach (var comment in world.Comments.Values.Where(comment => comment.Task == source))
        {
            comment.Task = target;
        }

        Drain(source.Subtasks, target.Subtasks);
        Drain(source.Checklists, target.Checklists);
        Drain(source.TimeEntries, target.TimeEntries);
        world.Remove(source);
    }

    private static void Drain<T>(List<T> from, List<T> into)
    {
        into.AddRange(from);
        from.Clear();
    }

    private static void AddMissing<T>(List<T> into, List<T> from) => into.AddRange(from.Except(into));
}
