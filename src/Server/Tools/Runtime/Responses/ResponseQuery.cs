using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What one call wants to read from a response.</summary>
/// <param name="Tool">The tool's name; cursors are bound to it.</param>
/// <param name="Response">How the response is read and shown.</param>
/// <param name="Options">What the caller asked of the result.</param>
/// <param name="Outcome">The sentence for a response without content; null when there is none.</param>
internal sealed record ResponseQuery(string Tool, ResponseDefinition Response, OutputOptions Options, string? Outcome)
{
    /// <summary>The detail level that is shown.</summary>
    public DetailLevel Level => Options.DetailLevel ?? Response.DefaultLevel;

    /// <summary>Which items of a list are wanted; null means all.</summary>
    public ItemFilter? Filter { get; init; }

    /// <summary>What the list does not show, for which the call did not ask; null for nothing.</summary>
    public string? LeftOut { get; init; }
}
