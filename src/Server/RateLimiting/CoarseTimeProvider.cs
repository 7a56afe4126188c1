namespace ClickUpMcp.RateLimiting;

/// <summary>The system's clock with timestamps in whole milliseconds, read several times faster than the fine ones.</summary>
/// <remarks>
/// The reading is most of an acquire's cost (docs/rate-limiting.md). It steps by 1 to 16 ms with the system, which
/// stretches a window of the rate bound by one step; system timers count by the same clock, so they never ring early.
/// </remarks>
internal sealed class CoarseTimeProvider : TimeProvider
{
    private CoarseTimeProvider() { }

    public static CoarseTimeProvider Instance { get; } = new();

    public override long TimestampFrequency => 1_000;

    public override long GetTimestamp() => Environment.TickCount64;
}
