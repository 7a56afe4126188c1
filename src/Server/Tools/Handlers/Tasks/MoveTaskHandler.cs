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
        JsonElement task = await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        TaskMove move = new(arguments.Task, arguments.List, arguments.Status?.Value)
        {
            MoveCustomFields = arguments.MoveCustomFields,
            CustomFields = arguments.CustomFields,
        };
        return HandlerResult.Sentence(await move.RunAsync(task, context, cancellationToken));
    }
}
