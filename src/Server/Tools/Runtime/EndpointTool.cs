using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool that is one HTTP request; everything specific to it is emitted.</summary>
internal abstract class EndpointTool<TArguments> : BoundTool<TArguments>
    where TArguments : class, IToolArguments
{
    /// <summary>Resolves names and dates, and builds the request.</summary>
    protected abstract ValueTask<ClickUpRequest> PrepareAsync(
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
        // In this order: what is found out on the way to the request is part of the query.
        var request = await PrepareAsync(arguments, context, cancellationToken);
        CheckDates(arguments, context);
        return await ResponseReader.ReadAsync(request, Query(arguments, context), context.Services, cancellationToken);
    }
}
