using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What one call may take, and who hears of it.</summary>
/// <param name="Progress">Where it reports progress.</param>
/// <param name="Longest">The longest it may take.</param>
/// <param name="ResultBytes">The longest result for its client.</param>
/// <param name="Facts">Takes what is known of it besides its result.</param>
internal sealed record RunningCall(IProgressReporter Progress, TimeSpan Longest, int ResultBytes, CallFacts Facts)
{
    /// <summary>Gives the call more time, and says how much it then has in all; null gives none.</summary>
    public Func<TimeSpan>? Extend { get; init; }

    /// <summary>Whether nobody waits for it.</summary>
    public bool IsBackground { get; init; }

    /// <summary>What is looked up by the tool's permission in place of running it; null runs it.</summary>
    public Func<ToolCallContext, CancellationToken, ValueTask>? Look { get; init; }

    /// <summary>What is to be said beside its result, whatever that is; null for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>The file that came with it beside its arguments; null for none.</summary>
    public FileSource? Upload { get; init; }

    /// <summary>Whether it must be confirmed, and whether it was.</summary>
    public required CallConfirmation Confirmation { get; init; }
}
