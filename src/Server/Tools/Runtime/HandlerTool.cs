using ClickUpMcp.Errors;

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

    protected sealed override async ValueTask CheckAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        await CheckHandlerAsync(await ResolvedAsync(arguments, context, cancellationToken), context, cancellationToken);

    protected sealed override async ValueTask<ToolResult> RunAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TResolved resolved = await ResolvedAsync(arguments, context, cancellationToken);
        if (context.Problems.Any)
        {
            // What only the handler looks up is told in the same reply.
            await CheckHandlerAsync(resolved, context, cancellationToken);
        }

        context.Settle();
        ResponseQuery query = Query(arguments, context);
        context.Query = query;
        HandlerResult result = await handler.HandleAsync(resolved, context, cancellationToken);
        context.RemarkUnused();
        return await ResultShaper.ShapeAsync(result, query, context.Services, cancellationToken);
    }

    protected sealed override async ValueTask<BulkStep> ReadyAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TResolved resolved = await ResolvedAsync(arguments, context, cancellationToken);
        // Before the first item writes, so also what only the handler looks up.
        await CheckHandlerAsync(resolved, context, cancellationToken);
        context.Settle();
        ResponseQuery query = Query(arguments, context);
        context.Query = query;
        return async stop =>
            await BulkResult.OfAsync(await handler.HandleAsync(resolved, context, stop), query, context.Services, stop);
    }

    protected sealed override async ValueTask<BulkSelection> FindAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TResolved resolved = await ResolvedAsync(arguments, context, cancellationToken);
        context.Settle();
        ResponseQuery query = Query(arguments, context);
        context.Query = query;
        HandlerResult found = await handler.HandleAsync(resolved, context, cancellationToken);
        return new BulkSelection(found.Items ?? found.Whole ?? [], query.LeftOut, found.Notes);
    }

    private async ValueTask<TResolved> ResolvedAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TResolved resolved = await ResolveAsync(arguments, context, cancellationToken);
        CheckDates(arguments, context);
        return resolved;
    }

    private async ValueTask CheckHandlerAsync(
        TResolved resolved,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await handler.CheckAsync(resolved, context, cancellationToken);
        }
        catch (ActionableException problem) when (problem.IsOfCaller)
        {
            context.Problems.Add(problem);
        }
    }
}
