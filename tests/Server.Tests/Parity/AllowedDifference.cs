namespace ClickUpMcp.Tests.Parity;

/// <summary>One thing in which the transports may differ.</summary>
/// <param name="What">The difference.</param>
/// <param name="Reason">Why the transports cannot be the same in it.</param>
/// <param name="Remove">Makes the two sides of a step equal if this is all that separates them; else returns the step as it is.</param>
internal sealed record AllowedDifference(string What, string Reason, Func<StepReplies, StepReplies> Remove);
