using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Text;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool that is one HTTP request; everything specific to it is emitted.</summary>
internal abstract class EndpointTool<TArguments> : BoundTool<TArguments>
    where TArguments : class, IToolArguments
{
    /// <summary>Resolves names and dates, and builds the request.</summary>
    /// <exception cref="ActionableException">Some name or date is wrong: all that are.</exception>
    protected abstract ValueTask<ClickUpRequest> PrepareAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    protected sealed override async ValueTask CheckAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await PrepareAsync(arguments, context, cancellationToken);
        }
        catch (ActionableException problem) when (problem.IsOfCaller)
        {
            context.Problems.Add(problem);
        }
    }

    protected sealed override async ValueTask<BulkStep> ReadyAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        var request = await PrepareAsync(arguments, context, cancellationToken);
        ResponseQuery query = Query(arguments, context);
        context.RemarkUnused();
        return async stop =>
        {
            ToolResult result = await ResponseReader.ReadAsync(request, query, context.Services, stop);
            bool isPlain = query.Outcome is { } outcome && result.Text == OutputSanitizer.CleanLine(outcome);
            return new BulkResult { Text = isPlain ? null : result.Text };
        };
    }

    protected sealed override ValueTask<BulkSelection> FindAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("Only a handler finds what a bulk call is about.");

    protected sealed override async ValueTask<ToolResult> RunAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        // In this order: what is found out on the way to the request is part of the query.
        var request = await PrepareAsync(arguments, context, cancellationToken);
        context.RemarkUnused();
        return await ResponseReader.ReadAsync(request, Query(arguments, context), context.Services, cancellationToken);
    }
}
