namespace ClickUpMcp.Api;

/// <summary>The headers of a budget.</summary>
/// <param name="Limit">How many requests there are in a window.</param>
/// <param name="Remaining">How many are left of them.</param>
/// <param name="Reset">When the next window begins.</param>
/// <param name="Form">How that is said.</param>
internal sealed record RateLimitNames(string Limit, string Remaining, string Reset, ResetForm Form);
