namespace ClickUpMcp.RateLimiting;

/// <summary>How many tool calls are let in; 0 is no limit.</summary>
internal sealed record CallLimitOptions
{
    /// <summary>For each principal: saved up to so many, and refilled at so many a minute.</summary>
    public int PerMinute { get; init; } = 60;

    /// <summary>For each licence key, by the calendar day in UTC.</summary>
    public int PerDay { get; init; }
}
