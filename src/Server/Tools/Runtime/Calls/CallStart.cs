using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>With what a call is run; one that must be confirmed is run more than once.</summary>
/// <param name="Progress">Where it reports progress.</param>
/// <param name="Facts">Takes what is known of it besides its result.</param>
/// <param name="Client">What the client calls itself; null when it does not say.</param>
/// <param name="Confirmation">Whether it must be confirmed, and whether it was.</param>
/// <param name="IsFirst">Whether it was not run before, so that the limits have not let it in yet.</param>
internal sealed record CallStart(
    IProgressReporter Progress,
    CallFacts Facts,
    string? Client,
    CallConfirmation Confirmation,
    bool IsFirst
)
{
    /// <inheritdoc cref="RunningCall.Look"/>
    public Func<ToolCallContext, CancellationToken, ValueTask>? Look { get; init; }

    /// <inheritdoc cref="RunningCall.Upload"/>
    public FileSource? Upload { get; init; }

    /// <inheritdoc cref="RunningCall.IsBackground"/>
    public bool IsBackground { get; init; }
}
