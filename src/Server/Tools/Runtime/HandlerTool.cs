namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool whose work is a hand-written handler; all that stands before and after it is the same for each.</summary>
internal abstract class HandlerTool<TArguments, TResolved>(IToolHandler<TResolved> handler)
    : TypedTool<TArguments>,
        IResolvedWork
    where TArguments : class, IToolArguments
    where TResolved : class
{
    public async ValueTask<object> ResolveAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => await ResolveAsync((TArguments)arguments, context, cancellationToken);

    public ValueTask<HandlerResult> HandleAsync(
        object resolved,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => handler.HandleAsync((TResolved)resolved, context, cancellationToken);

    public ValueTask CheckAsync(object resolved, ToolCallContext context, CancellationToken cancellationToken) =>
        handler.CheckAsync((TResolved)resolved, context, cancellationToken);

    /// <summary>Turns names into ids and dates into instants.</summary>
    protected abstract ValueTask<TResolved> ResolveAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    protected sealed override ValueTask CheckAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => HandlerWork.CheckAsync(this, this, arguments, context, cancellationToken);

    protected sealed override ValueTask<ToolResult> RunAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => HandlerWork.RunAsync(this, this, arguments, context, cancellationToken);

    protected sealed override ValueTask<BulkStep> ReadyAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => HandlerWork.ReadyAsync(this, this, arguments, context, cancellationToken);

    protected sealed override ValueTask<BulkSelection> FindAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => HandlerWork.FindAsync(this, this, arguments, context, cancellationToken);
}
