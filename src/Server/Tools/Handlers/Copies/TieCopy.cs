using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Ties copies together as their originals are; ties to other tasks stay with the originals.</summary>
/// <param name="nodes">The originals.</param>
/// <param name="run">Sends the requests.</param>
/// <param name="report">Takes what is not copied.</param>
internal sealed class TieCopy(IReadOnlyList<TaskNode> nodes, CopyRun run, CopyReport report)
{
    private readonly HashSet<(string Kind, string From, string To)> _seen = [];

    /// <summary>Copies the ties of all tasks, each once.</summary>
    /// <param name="copies">The copies by the ids of their originals.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public async ValueTask CopyAsync(IReadOnlyDictionary<string, TaskId> copies, CancellationToken cancellationToken)
    {
        Dictionary<string, string> names = nodes.ToDictionary(static node => node.Id, static node => node.Name);
        foreach (TaskNode node in nodes)
        {
            foreach (TaskTie tie in TaskTie.Of(node.Task))
            {
                if (!names.TryGetValue(tie.Task, out string? other))
                {
                    report.Lost(
                        $"the tie to task {tie.Task}",
                        "that task was not copied; add_task_dependency or add_task_link ties it",
                        node.Name
                    );
                }
                else if (
                    IsFirst(node, tie)
                    && copies.TryGetValue(node.Id, out TaskId from)
                    && copies.TryGetValue(tie.Task, out TaskId to)
                )
                {
                    await run.DoAsync(
                        $"tie of {node.Name} and {other}",
                        tie.Kind == TaskTie.Linked ? "link" : "dependency",
                        async () => await run.SendAsync(RequestFor(tie, from, to), cancellationToken)
                    );
                }
            }
        }
    }

    /// <summary>The copies whose ties a read of them shows, with the ties that each is to have.</summary>
    public static IEnumerable<(string Kind, TaskId To)> Expected(
        TaskNode node,
        IReadOnlyDictionary<string, TaskId> copies
    ) => TaskTie.Of(node.Task).Where(tie => copies.ContainsKey(tie.Task)).Select(tie => (tie.Kind, copies[tie.Task]));

    // Both ends show a tie.
    private bool IsFirst(TaskNode node, TaskTie tie) =>
        tie.Kind switch
        {
            TaskTie.DependsOn => _seen.Add((TaskTie.DependsOn, node.Id, tie.Task)),
            TaskTie.Linked => _seen.Add((TaskTie.Linked, Lower(node.Id, tie.Task), Higher(node.Id, tie.Task))),
            _ => _seen.Add((TaskTie.DependsOn, tie.Task, node.Id)),
        };

    private static string Lower(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one : other;

    private static string Higher(string one, string other) => string.CompareOrdinal(one, other) < 0 ? other : one;

    private static ClickUpRequest RequestFor(TaskTie tie, TaskId from, TaskId to) =>
        tie.Kind switch
        {
            TaskTie.Linked => ClickUpOperations.AddTaskLink(from, to),
            TaskTie.DependsOn => ClickUpOperations.AddTaskDependency(from, dependsOn: to),
            _ => ClickUpOperations.AddTaskDependency(to, dependsOn: from),
        };
}
