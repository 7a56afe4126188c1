using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Names the tasks that a task waits for, blocks or is linked to.</summary>
internal static class RelatedTasks
{
    // One request each: more would cost a call too much of a minute's budget.
    private const int MostRead = 10;

    public static async ValueTask<ResultPart> ReadAsync(
        JsonElement task,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<JsonElement> rows = [];
        IReadOnlyList<TaskTie> ties = TaskTie.Of(task);
        Dictionary<string, JsonElement> known = new(StringComparer.Ordinal);
        foreach (TaskTie tie in ties)
        {
            if (known.Count < MostRead && !known.ContainsKey(tie.Task))
            {
                known[tie.Task] = await ReadAsync(tie.Task, context, cancellationToken);
            }

            rows.Add(tie.ToRow(known.GetValueOrDefault(tie.Task)));
        }

        return new ResultPart("related_tasks", rows, Shapes.RelatedTask);
    }

    // A task that may not be read stays an id.
    private static async ValueTask<JsonElement> ReadAsync(
        string task,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await context.SendAsync(
                ClickUpOperations.ReadTask(new TaskId(task), subtasks: false, includeMarkdownDescription: false),
                cancellationToken
            );
        }
        catch (ActionableException refusal) when (refusal.IsRefusal)
        {
            return default;
        }
    }
}
