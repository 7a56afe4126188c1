using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tasks;

/// <summary>Ties tasks together; a tie that exists is not made twice.</summary>
internal static class TaskRelations
{
    public static void Link(TaskItem from, TaskItem to, Member creator, long now)
    {
        if (from == to || from.Links.Exists(link => link.OtherThan(from) == to))
        {
            return;
        }

        var added = new TaskLink(from, to, creator, now);
        from.Links.Add(added);
        to.Links.Add(added);
    }

    public static void Unlink(TaskItem from, TaskItem to)
    {
        from.Links.RemoveAll(link => link.OtherThan(from) == to);
        to.Links.RemoveAll(link => link.OtherThan(to) == from);
    }

    /// <remarks>A task may wait for itself: nothing says that ClickUp refuses it, and who reads must not be misled by it.</remarks>
    public static void Wait(TaskItem waiting, TaskItem dependsOn, Member creator, long now)
    {
        if (waiting.Dependencies.Exists(IsBetween(waiting, dependsOn)))
        {
            return;
        }

        var added = new Dependency(waiting, dependsOn, creator, now);
        waiting.Dependencies.Add(added);
        if (waiting != dependsOn)
        {
            dependsOn.Dependencies.Add(added);
        }
    }

    public static void Unwait(TaskItem waiting, TaskItem dependsOn)
    {
        waiting.Dependencies.RemoveAll(IsBetween(waiting, dependsOn));
        dependsOn.Dependencies.RemoveAll(IsBetween(waiting, dependsOn));
    }

    private static Predicate<Dependency> IsBetween(TaskItem waiting, TaskItem dependsOn) =>
        dependency => dependency.Waiting == waiting && dependency.DependsOn == dependsOn;
}
