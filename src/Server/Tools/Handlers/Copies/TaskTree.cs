using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A task with its subtasks of all levels, each read whole: inside their parent ClickUp shows neither their files nor all else.</summary>
/// <param name="nodes">The tasks, each after the one that it is below.</param>
/// <param name="unread">The ids of subtasks that may not be read.</param>
internal sealed class TaskTree(IReadOnlyList<TaskNode> nodes, IReadOnlyList<string> unread)
{
    private const int MostTasks = ArgumentLimits.BulkItems;

    /// <summary>The task itself.</summary>
    public TaskNode Root => nodes[0];

    /// <summary>All tasks, each after the one that it is below.</summary>
    public IReadOnlyList<TaskNode> Nodes => nodes;

    /// <summary>The ids of subtasks that may not be read.</summary>
    public IReadOnlyList<string> Unread => unread;

    /// <summary>Reads the tree, one request for each task.</summary>
    /// <param name="root">The task.</param>
    /// <param name="hasSubtasks">Whether its subtasks are read, too.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ActionableException">It may not be read, or has more tasks than one call copies.</exception>
    public static async ValueTask<TaskTree> ReadAsync(
        TaskId root,
        bool hasSubtasks,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<JsonElement> read = [await LookAsync(root)];
        List<string> unread = [];
        HashSet<string> seen = [read[0].Text("id") ?? root.Value];
        // ClickUp shows the levels nested or in one row; either way each id is met once.
        Queue<string> open = new(hasSubtasks ? Fresh(read[0]) : []);
        while (open.TryDequeue(out string? id))
        {
            try
            {
                JsonElement task = await LookAsync(new TaskId(id));
                read.Add(task);
                foreach (string below in Fresh(task))
                {
                    open.Enqueue(below);
                }
            }
            catch (ActionableException refusal) when (refusal is { IsOfCaller: true, IsRefusal: true })
            {
                unread.Add(id);
            }
        }

        return new TaskTree(InOrder(read), unread);

        ValueTask<JsonElement> LookAsync(TaskId task) =>
            context.SendAsync(ClickUpOperations.ReadTask(task, subtasks: hasSubtasks), cancellationToken);

        string[] Fresh(JsonElement task)
        {
            string[] fresh =
            [
                .. TaskReading.Below(task).Select(static below => below.Text("id")).OfType<string>().Where(seen.Add),
            ];
            return seen.Count > MostTasks ? throw TooMany() : fresh;
        }
    }

    private static List<TaskNode> InOrder(List<JsonElement> read)
    {
        HashSet<string> ids = [.. read.Select(static task => task.Text("id")).OfType<string>()];
        // What names no parent among them is below the root, since it was found there.
        ILookup<string, JsonElement> byParent = read.Skip(1)
            .ToLookup(task => task.Text("parent") is { } parent && ids.Contains(parent) ? parent : IdOf(read[0]));
        List<TaskNode> nodes = [];
        Add(read[0], null);
        return nodes;

        void Add(JsonElement task, TaskNode? parent)
        {
            TaskNode node = new(task, parent);
            nodes.Add(node);
            foreach (JsonElement below in byParent[node.Id])
            {
                Add(below, node);
            }
        }
    }

    private static string IdOf(JsonElement task) => task.Text("id") ?? string.Empty;

    private static ActionableException TooMany() =>
        new(
            $"The task has more than {MostTasks - 1} subtasks, which is the most of one call.",
            "Each is a request of its own. Nothing was copied.",
            "Copy parts of it, or leave subtasks out with without."
        );
}
