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

    /// <summary>Adds to the call's problems what is wrong with names that only the handler looks up.</summary>
    /// <remarks>Called when something else is wrong, so some of the ids may be unresolved; nothing is sent afterwards.</remarks>
    ValueTask CheckAsync(TArguments arguments, ToolCallContext context, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;
}
