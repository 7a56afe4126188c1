using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>One item of a bulk call, bound and validated as a call of its own.</summary>
/// <param name="Arguments">What is asked.</param>
/// <param name="Item">The thing that it is about; null when it makes one.</param>
/// <param name="ReadyAsync">Resolves and checks all that it names, and gives what carries it out.</param>
internal sealed record BulkBinding(
    BoundArguments Arguments,
    EntityReference? Item,
    Func<ToolCallContext, CancellationToken, ValueTask<BulkStep>> ReadyAsync
);
