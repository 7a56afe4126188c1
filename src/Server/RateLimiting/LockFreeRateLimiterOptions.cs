using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>How fast permits accrue, how many may be saved up, and who may wait for them.</summary>
internal sealed record LockFreeRateLimiterOptions
{
    /// <summary>Permits that accrue in one <see cref="Period"/>.</summary>
    public required int PermitsPerPeriod { get; init; }

    /// <summary>The length of the window in which the server, too, counts.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most permits that can be saved up, and so the most that one acquire may ask for.</summary>
    public int Burst { get; init; } = 1;

    /// <summary>The most permits that waiters may ask for in total; 0 means that nobody waits.</summary>
    public int QueueLimit { get; init; }

    /// <summary>
    /// Who is served first. Oldest first: nobody overtakes a waiter. Newest first: an arrival takes a free permit
    /// at once, and when the queue is full the oldest waiters are refused to make room.
    /// </summary>
    public QueueProcessingOrder QueueOrder { get; init; } = QueueProcessingOrder.OldestFirst;

    /// <summary>The most permits per period that a server's word can raise the rate to.</summary>
    public int MaximumPermitsPerPeriod { get; init; } = int.MaxValue;

    /// <summary>Percentage of the server's limit that is left to others, rounded up to whole permits.</summary>
    public int ReservePercent { get; init; } = 2;

    /// <summary>The longest time that a server's word can close the limiter for.</summary>
    public TimeSpan LongestClosure { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range; the message names it.</exception>
    public static void Validate(LockFreeRateLimiterOptions options)
    {
        string? wrong =
            options.PermitsPerPeriod < 1 ? "PermitsPerPeriod must be at least 1."
            : options.Period <= TimeSpan.Zero ? "Period must be longer than zero."
            : options.Burst < 1 ? "Burst must be at least 1."
            : options.QueueLimit < 0 ? "QueueLimit must not be negative."
            : options.MaximumPermitsPerPeriod < options.PermitsPerPeriod
                ? "MaximumPermitsPerPeriod must not be below PermitsPerPeriod."
            : options.ReservePercent is < 0 or > 99 ? "ReservePercent must be from 0 to 99."
            : options.LongestClosure < TimeSpan.Zero ? "LongestClosure must not be negative."
            : null;
        if (wrong is not null)
        {
            throw new ArgumentOutOfRangeException(nameof(options), wrong);
        }
    }
}
