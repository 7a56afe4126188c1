using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Gives a task another home list.</summary>
internal sealed class MoveTaskHandler : IToolHandler<ResolvedMoveTask>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedMoveTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement task = await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
        string report = await MoveOf(arguments).RunAsync(task, context, cancellationToken);
        return HandlerResult.Sentence(
            context.Services.IsDryRun ? $"Dry run of move_task: nothing was written. {report}" : report
        );
    }

    public async ValueTask CheckAsync(
        ResolvedMoveTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments is { Task.Value.Length: > 0, List.Value.Length: > 0, Status: null or { Value.Length: > 0 } })
        {
            JsonElement task = await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
            await MoveOf(arguments).CheckAsync(task, context, cancellationToken);
        }
    }

    private static TaskMove MoveOf(ResolvedMoveTask arguments) =>
        new(arguments.Task, arguments.List, arguments.Status?.Value)
        {
            MoveCustomFields = arguments.MoveCustomFields,
            CustomFields = arguments.CustomFields,
        };
}
