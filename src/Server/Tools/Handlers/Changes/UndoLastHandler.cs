using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Undoes the latest change of the session that was not undone yet.</summary>
internal sealed class UndoLastHandler : IToolHandler<ResolvedUndoLast>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUndoLast arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<Change> open = await UndoRun.OpenAsync(context, cancellationToken);
        return await new UndoRun(context).RunAsync([.. open.Take(1)], cancellationToken);
    }
}
