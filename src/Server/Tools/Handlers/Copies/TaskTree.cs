using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Tasks with their subtasks of all levels, each read whole: inside their parent ClickUp shows neither their files nor all else.</summary>
/// <param name="nodes">The tasks, each after the one that it is below.</param>
/// <param name="unread">The ids of subtasks that may not be read, with the names of the tasks that they are below.</param>
internal sealed class TaskTree(IReadOnlyList<TaskNode> nodes, IReadOnlyList<(string Id, string Of)> unread)
{
    private const int MostTasks = ArgumentLimits.BulkItems;

    /// <summary>The first task.</summary>
    public TaskNode Root => nodes[0];

    /// <summary>All tasks, each after the one that it is below.</summary>
    public IReadOnlyList<TaskNode> Nodes => nodes;

    /// <summary>The ids of subtasks that may not be read, with the names of the tasks that they are below.</summary>
    public IReadOnlyList<(string Id, string Of)> Unread => unread;

    /// <summary>Reads a task with its subtasks, one request for each.</summary>
    /// <param name="root">The task.</param>
    /// <param name="hasSubtasks">Whether its subtasks are read, too.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ActionableException">It may not be read, or has more tasks than one call copies.</exception>
    public static ValueTask<TaskTree> ReadAsync(
        TaskId root,
        bool hasSubtasks,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => ReadAllAsync([root], hasSubtasks, [], context, cancellationToken);

    /// <summary>Reads several tasks with their subtasks, one request for each.</summary>
    /// <param name="roots">The tasks.</param>
    /// <param name="hasSubtasks">Whether their subtasks are read, too.</param>
    /// <param name="seen">The ids of tasks that were read before; takes those that are read.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ActionableException">One may not be read, or there are more than one call copies.</exception>
    public static async ValueTask<TaskTree> ReadAllAsync(
        IReadOnlyList<TaskId> roots,
        bool hasSubtasks,
        HashSet<string> seen,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<TaskNode> nodes = [];
        List<(string, string)> unread = [];
        foreach (TaskId root in roots)
        {
            // A subtask that is below a task read before is there.
            if (!seen.Contains(root.Value))
            {
                List<JsonElement> read = [await LookAsync(root)];
                seen.Add(IdOf(read[0]));
                CheckBound();
                await ReadBelowAsync(read);
                nodes.AddRange(InOrder(read));
            }
        }

        return new TaskTree(nodes, unread);

        ValueTask<JsonElement> LookAsync(TaskId task) =>
            context.SendAsync(ClickUpOperations.ReadTask(task, subtasks: hasSubtasks), cancellationToken);

        // ClickUp shows the levels nested or in one row; either way each id is met once.
        async ValueTask ReadBelowAsync(List<JsonElement> read)
        {
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
                    unread.Add((id, TaskReading.Name(read[0])));
                }
            }
        }

        string[] Fresh(JsonElement task)
        {
            string[] fresh =
            [
                .. TaskReading.Below(task).Select(static below => below.Text("id")).OfType<string>().Where(seen.Add),
            ];
            CheckBound();
            return fresh;
        }

        void CheckBound()
        {
            if (seen.Count > MostTasks)
            {
                throw TooMany();
            }
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
            $"There are more than {MostTasks} tasks with subtasks, which is the most of one call.",
            "Each is a request of its own. Nothing was copied.",
            "Copy parts of it, or leave subtasks out with without."
        );
}
