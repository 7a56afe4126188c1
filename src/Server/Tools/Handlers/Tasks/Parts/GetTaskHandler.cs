using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads a task, and those of its parts that are asked for.</summary>
internal sealed class GetTaskHandler : IToolHandler<ResolvedGetTask>
{
    private const string Subtasks = "subtasks";

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement task = await context.SendAsync(arguments.ReadTask(), cancellationToken);
        // A call that reads a long text on has shown the parts before.
        if (arguments.Include is not { Count: > 0 } wanted || !context.Query!.IsFromStart)
        {
            return HandlerResult.OfItem(task);
        }

        List<ResultPart> parts = [];
        foreach (string part in wanted.Distinct(StringComparer.Ordinal))
        {
            if (await ReadAsync(part, task, arguments, context, cancellationToken) is { } read)
            {
                parts.Add(read);
            }
        }

        return HandlerResult.OfParts(task, parts);
    }

    private static async ValueTask<ResultPart?> ReadAsync(
        string part,
        JsonElement task,
        ResolvedGetTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        part switch
        {
            "comments" => await TaskComments.ReadAsync(arguments, context, cancellationToken),
            Subtasks => new ResultPart(Subtasks, [.. TaskReading.Below(task)], Shapes.Task) { Plural = Subtasks },
            "dependencies" => await RelatedTasks.ReadAsync(task, context, cancellationToken),
            "time" => new ResultPart(
                "time_by_person",
                [.. (await context.SendAsync(arguments.GetTrackedTime(), cancellationToken)).Items("data")],
                Shapes.PersonTime
            ),
            "attachments" => new ResultPart("files", [.. task.Items("attachments")], Shapes.Attachment),
            "history" => await HistoryAsync(arguments, context, cancellationToken),
            // The task itself shows its checklists.
            _ => null,
        };

    private static async ValueTask<ResultPart> HistoryAsync(
        ResolvedGetTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement history = await context.SendAsync(arguments.GetTaskTimeInStatus(), cancellationToken);
        return new ResultPart("history", [.. history.Items("status_history")], Shapes.StatusPeriod);
    }
}
