namespace ClickUpMcp.Tools.Runtime;

/// <summary>The hand-written part of a tool that needs more than one request.</summary>
/// <typeparam name="TArguments">The emitted argument record.</typeparam>
internal interface IToolHandler<in TArguments>
{
    /// <summary>Runs the tool; names and dates in <paramref name="arguments"/> are not resolved yet.</summary>
    ValueTask<ToolResult> HandleAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );
}
