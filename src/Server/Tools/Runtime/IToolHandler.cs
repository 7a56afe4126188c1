namespace ClickUpMcp.Tools.Runtime;

/// <summary>The hand-written part of a tool that needs more than one request.</summary>
/// <typeparam name="TArguments">The emitted record of its arguments with ids and instants.</typeparam>
internal interface IToolHandler<in TArguments>
{
    /// <summary>Does the tool's work; its result is shown by the tool's response definition.</summary>
    ValueTask<HandlerResult> HandleAsync(
        TArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );
}
