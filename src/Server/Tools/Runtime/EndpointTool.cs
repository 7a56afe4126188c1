using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool that is one HTTP request; everything specific to it is emitted.</summary>
internal abstract class EndpointTool<TArguments> : TypedTool<TArguments>, IRequestTool
    where TArguments : class, IToolArguments
{
    public ValueTask<ClickUpRequest> PrepareAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => PrepareAsync((TArguments)arguments, context, cancellationToken);

    /// <summary>Resolves names and dates, and builds the request.</summary>
    /// <exception cref="ActionableException">Some name or date is wrong: all that are.</exception>
    protected abstract ValueTask<ClickUpRequest> PrepareAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    protected sealed override ValueTask CheckAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => RequestWork.CheckAsync(this, arguments, context, cancellationToken);

    protected sealed override ValueTask<BulkStep> ReadyAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => RequestWork.ReadyAsync(this, this, arguments, context, cancellationToken);

    protected sealed override ValueTask<BulkSelection> FindAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("Only a handler finds what a bulk call is about.");

    protected sealed override ValueTask<ToolResult> RunAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => RequestWork.RunAsync(this, this, arguments, context, cancellationToken);
}
