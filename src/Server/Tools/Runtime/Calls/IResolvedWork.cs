namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool's handler, whatever the type of its resolved arguments is.</summary>
internal interface IResolvedWork
{
    /// <summary>Turns names into ids and dates into instants.</summary>
    ValueTask<object> ResolveAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );

    /// <summary>Does the tool's work.</summary>
    ValueTask<HandlerResult> HandleAsync(object resolved, ToolCallContext context, CancellationToken cancellationToken);

    /// <summary>Adds to the call's problems what is wrong with names that only the handler looks up.</summary>
    ValueTask CheckAsync(object resolved, ToolCallContext context, CancellationToken cancellationToken);
}
