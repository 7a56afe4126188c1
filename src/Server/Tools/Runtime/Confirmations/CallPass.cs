namespace ClickUpMcp.Tools.Runtime;

/// <summary>What running a call came to.</summary>
/// <param name="Result">The result.</param>
/// <param name="Confirmation">Whether it had to be confirmed.</param>
internal sealed record CallPass(ToolResult Result, CallConfirmation Confirmation)
{
    /// <summary>What would be written, of a call that must be confirmed and that only showed it; null for nothing.</summary>
    public ConfirmationPlan? Plan { get; init; }
}
