namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool whose work is a hand-written handler; all that stands before and after it is the same for each.</summary>
internal abstract class HandlerTool<TArguments, TResolved>(IToolHandler<TResolved> handler) : BoundTool<TArguments>
    where TArguments : class, IToolArguments
{
    /// <summary>Turns names into ids and dates into instants.</summary>
    protected abstract ValueTask<TResolved> ResolveAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    protected sealed override async ValueTask<ToolResult> RunAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TResolved resolved = await ResolveAsync(arguments, context, cancellationToken);
        CheckDates(arguments, context);
        ResponseQuery query = Query(arguments, context);
        context.Query = query;
        HandlerResult result = await handler.HandleAsync(resolved, context, cancellationToken);
        return await ResultShaper.ShapeAsync(result, query, context.Services, cancellationToken);
    }
}
