namespace ClickUpMcp.RateLimiting;

/// <summary>A budget that several nodes share: in no window of one period are more than the limit spent.</summary>
internal sealed record BudgetOptions
{
    public required int Limit { get; init; }

    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Permits that can be leased at once after a pause; the rest of the limit accrues evenly.</summary>
    public required int Burst { get; init; }

    /// <summary>How long a node may take to spend a lease. The shorter, the more of the limit can be used.</summary>
    public TimeSpan LeaseLifetime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How far ahead permits are reserved before a node is told to ask again later.</summary>
    public TimeSpan LongestReservation { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The time in which one permit accrues, in <see cref="TimeSpan"/> ticks, rounded up.</summary>
    /// <remarks>
    /// What is spent within a period was leased within a period and a lease's lifetime, so
    /// burst + (period + lifetime) / interval must not exceed the limit.
    /// </remarks>
    public long IntervalTicks
    {
        get
        {
            int even = Limit - Burst;
            return (Period.Ticks + LeaseLifetime.Ticks + even - 1) / even;
        }
    }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range; the message names it.</exception>
    public static void Validate(BudgetOptions options)
    {
        string? wrong =
            options.Burst < 1 ? "Burst must be at least 1."
            : options.Limit <= options.Burst ? "Limit must be above Burst."
            : options.Period <= TimeSpan.Zero ? "Period must be longer than zero."
            : options.LeaseLifetime <= TimeSpan.Zero ? "LeaseLifetime must be longer than zero."
            : options.LongestReservation < TimeSpan.Zero ? "LongestReservation must not be negative."
            : null;
        if (wrong is not null)
        {
            throw new ArgumentOutOfRangeException(nameof(options), wrong);
        }
    }
}
