namespace ClickUpMcp.RateLimiting;

/// <summary>Durations in the units of a clock's timestamps and timers.</summary>
internal static class ClockExtensions
{
    public static long ToTimestampTicks(this TimeProvider time, TimeSpan span) =>
        (long)((Int128)span.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>Rounds up: system timers count whole milliseconds, cut the rest off, and would ring too early.</summary>
    public static TimeSpan ToTimerDelay(this TimeSpan span) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds));
}
