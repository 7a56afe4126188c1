using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Undoes all changes of the session since a time, the latest first.</summary>
internal sealed class UndoSinceHandler : IToolHandler<ResolvedUndoSince>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUndoSince arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset since = DateTimeOffset.FromUnixTimeMilliseconds(arguments.Since.UnixMilliseconds);
        IReadOnlyList<Change> open = await UndoRun.OpenAsync(context, cancellationToken);
        return await new UndoRun(context).RunAsync([.. open.Where(change => change.Time >= since)], cancellationToken);
    }
}
