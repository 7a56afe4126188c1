using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What stands before and after the work of a handler; not generic, as <see cref="BoundTool"/>.</summary>
internal static class HandlerWork
{
    /// <summary>Adds to the call's problems what is wrong with what the arguments name.</summary>
    public static async ValueTask CheckAsync(
        BoundTool tool,
        IResolvedWork work,
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        await CheckAsync(
            work,
            await ResolveAsync(tool, work, arguments, context, cancellationToken),
            context,
            cancellationToken
        );

    /// <summary>Resolves the arguments, does the work and shows its result.</summary>
    public static async ValueTask<ToolResult> RunAsync(
        BoundTool tool,
        IResolvedWork work,
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        object resolved = await ResolveAsync(tool, work, arguments, context, cancellationToken);
        if (context.Problems.Any)
        {
            // What only the handler looks up is told in the same reply.
            await CheckAsync(work, resolved, context, cancellationToken);
        }

        context.Settle();
        ResponseQuery query = tool.Query(arguments, context);
        context.Query = query;
        if (query.Response is { IsList: true, Shape: { } shape })
        {
            // Before the list is read, so that no page is held while the zones are waited for.
            await ResponseContext.ZonesForAsync(shape, context.Services, cancellationToken);
        }

        HandlerResult result = await work.HandleAsync(resolved, context, cancellationToken);
        context.RemarkUnused();
        return await ResultShaper.ShapeAsync(result, query, context.Services, cancellationToken);
    }

    /// <summary>Resolves and checks all that an item of a bulk call names.</summary>
    public static async ValueTask<BulkStep> ReadyAsync(
        BoundTool tool,
        IResolvedWork work,
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        object resolved = await ResolveAsync(tool, work, arguments, context, cancellationToken);
        // Before the first item writes, so also what only the handler looks up.
        await CheckAsync(work, resolved, context, cancellationToken);
        context.Settle();
        ResponseQuery query = tool.Query(arguments, context);
        context.Query = query;
        return async stop =>
            await BulkResult.OfAsync(await work.HandleAsync(resolved, context, stop), query, context.Services, stop);
    }

    /// <summary>The things that filters choose.</summary>
    public static async ValueTask<BulkSelection> FindAsync(
        BoundTool tool,
        IResolvedWork work,
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        object resolved = await ResolveAsync(tool, work, arguments, context, cancellationToken);
        context.Settle();
        ResponseQuery query = tool.Query(arguments, context);
        context.Query = query;
        HandlerResult found = await work.HandleAsync(resolved, context, cancellationToken);
        return new BulkSelection(found.Items ?? found.Whole ?? [], query.LeftOut, found.Notes);
    }

    private static async ValueTask<object> ResolveAsync(
        BoundTool tool,
        IResolvedWork work,
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        object resolved = await work.ResolveAsync(arguments, context, cancellationToken);
        tool.CheckDates(arguments, context);
        return resolved;
    }

    private static async ValueTask CheckAsync(
        IResolvedWork work,
        object resolved,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await work.CheckAsync(resolved, context, cancellationToken);
        }
        catch (ActionableException problem) when (problem.IsOfCaller)
        {
            context.Problems.Add(problem);
        }
    }
}
