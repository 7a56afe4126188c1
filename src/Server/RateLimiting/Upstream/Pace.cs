namespace ClickUpMcp.RateLimiting;

/// <summary>The price of a permit, in ticks of the clock's timestamp, and how far the debt may run ahead.</summary>
internal sealed class Pace
{
    /// <summary>The word holds timestamps up to a quarter of its range; the debt must not leave it.</summary>
    private const long LongestTolerance = long.MaxValue / 4;

    private Pace(int permitsPerPeriod, long interval, long tolerance)
    {
        PermitsPerPeriod = permitsPerPeriod;
        Interval = interval;
        Tolerance = tolerance;
    }

    public int PermitsPerPeriod { get; }

    /// <summary>Ticks that one permit costs, rounded up, so that rounding never yields a permit too many.</summary>
    public long Interval { get; }

    /// <summary>Ticks of debt that a full burst makes.</summary>
    public long Tolerance { get; }

    /// <exception cref="ArgumentOutOfRangeException">The burst would take longer to accrue than the clock can tell.</exception>
    public static Pace Create(int permitsPerPeriod, TimeSpan period, int burst, TimeProvider time)
    {
        Int128 ticks = (Int128)period.Ticks * time.TimestampFrequency;
        Int128 divisor = (Int128)TimeSpan.TicksPerSecond * permitsPerPeriod;
        Int128 interval = Int128.Max(1, (ticks + divisor - 1) / divisor);
        Int128 tolerance = interval * burst;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tolerance, LongestTolerance, nameof(burst));
        return new Pace(permitsPerPeriod, (long)interval, (long)tolerance);
    }

    /// <summary>The arrival time at which exactly one permit is free at <paramref name="instant"/>, and none before.</summary>
    public long FirstFreeAt(long instant) => instant + Tolerance - Interval;
}
