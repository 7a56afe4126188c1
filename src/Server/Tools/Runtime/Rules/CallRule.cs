namespace ClickUpMcp.Tools.Runtime;

/// <summary>A rule that is about a call.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Places">The places of which what is written must be in one; empty for everywhere.</param>
/// <param name="Reason">Why, in the operator's words; null where they say nothing.</param>
internal sealed record CallRule(RuleEffect Effect, IReadOnlyList<WritePlace> Places, string? Reason);
