using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Goals;

/// <summary>How far goals and key results are, in whole percent.</summary>
internal static class GoalProgress
{
    public static int Percent(World world, Goal goal) =>
        goal.KeyResults.Count == 0 ? 0 : (int)goal.KeyResults.Average(result => Percent(world, result));

    public static bool IsComplete(World world, Goal goal) => Percent(world, goal) == 100;

    public static int Percent(World world, KeyResult result) =>
        result.Type == KeyResult.Automatic
            ? PercentOfTasks(world, result)
            : PercentOf(result.StepsCurrent - result.StepsStart, result.StepsEnd - result.StepsStart);

    private static int PercentOfTasks(World world, KeyResult result)
    {
        var tasks = world
            .Tasks.Values.Where(task => result.Tasks.Contains(task) || result.Lists.Contains(task.List))
            .ToList();
        return PercentOf(tasks.Count(static task => task.Status.IsFinished), tasks.Count);
    }

    private static int PercentOf(long done, long all) => all == 0 ? 0 : (int)Math.Clamp(done * 100 / all, 0, 100);
}
