namespace ClickUpMcp.RateLimiting;

/// <summary>What a session has used of one part of its budget.</summary>
/// <param name="Name">The part, as a budget is written.</param>
/// <param name="Used">How much.</param>
/// <param name="Limit">How much it may use.</param>
internal readonly record struct BudgetUse(string Name, long Used, long Limit);
