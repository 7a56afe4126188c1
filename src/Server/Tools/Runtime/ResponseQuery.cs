using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What one call wants to read from an answer.</summary>
/// <param name="Tool">The tool's name; cursors are bound to it.</param>
/// <param name="Response">How the answer is read and shown.</param>
/// <param name="Options">What the caller asked of the answer.</param>
/// <param name="Outcome">The sentence for an answer without content; null when there is none.</param>
internal sealed record ResponseQuery(string Tool, ResponseDefinition Response, OutputOptions Options, string? Outcome)
{
    /// <summary>Which items of a list are wanted; null means all.</summary>
    public ItemFilter? Filter { get; init; }

    /// <summary>Sentences that stand beside what is shown.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
