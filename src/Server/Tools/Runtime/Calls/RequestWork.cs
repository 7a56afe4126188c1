using ClickUpMcp.Errors;
using ClickUpMcp.Text;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What stands before and after the request of a tool that is one; not generic, as <see cref="BoundTool"/>.</summary>
internal static class RequestWork
{
    /// <summary>Adds to the call's problems what is wrong with what the arguments name.</summary>
    public static async ValueTask CheckAsync(
        IRequestTool requests,
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await requests.PrepareAsync(arguments, context, cancellationToken);
        }
        catch (ActionableException problem) when (problem.IsOfCaller)
        {
            context.Problems.Add(problem);
        }
    }

    /// <summary>Resolves and checks all that an item of a bulk call names.</summary>
    public static async ValueTask<BulkStep> ReadyAsync(
        BoundTool tool,
        IRequestTool requests,
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        var request = await requests.PrepareAsync(arguments, context, cancellationToken);
        ResponseQuery query = tool.Query(arguments, context);
        context.RemarkUnused();
        return async stop =>
        {
            ToolResult result = await ResponseReader.ReadAsync(request, query, context.Services, stop);
            bool isPlain = query.Outcome is { } outcome && result.Text == OutputSanitizer.CleanLine(outcome);
            return new BulkResult { Text = isPlain ? null : result.Text };
        };
    }

    /// <summary>Sends the request and shows its response.</summary>
    public static async ValueTask<ToolResult> RunAsync(
        BoundTool tool,
        IRequestTool requests,
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        // In this order: what is found out on the way to the request is part of the query.
        var request = await requests.PrepareAsync(arguments, context, cancellationToken);
        context.RemarkUnused();
        return await ResponseReader.ReadAsync(
            request,
            tool.Query(arguments, context),
            context.Services,
            cancellationToken
        );
    }
}
