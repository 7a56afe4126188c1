using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Says of each related task whether it is linked, depended on or blocked.</summary>
internal sealed class GetTaskLinksHandler : IToolHandler<ResolvedGetTaskLinks>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetTaskLinks arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement task = await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
        return HandlerResult.OfItems([.. TaskTie.Of(task).Select(static tie => tie.ToRow())]);
    }
}
