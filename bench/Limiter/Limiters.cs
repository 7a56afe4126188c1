using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>The limiters that are compared, each so generous that it never refuses or so mean that it always does.</summary>
internal static class Limiters
{
    /// <summary>Partitions in the measurements by key.</summary>
    public const int Keys = 1_000;

    private const int Plenty = int.MaxValue;

    public static LockFreeRateLimiter LockFree(bool generous) =>
        LockFree(generous, TimeProvider.System, TimeSpan.FromSeconds(1));

    /// <summary>Its clock counts milliseconds, so a permit costs one, and the burst must last for the measurement.</summary>
    public static LockFreeRateLimiter LockFreeCoarse(bool generous) =>
        LockFree(generous, CoarseTimeProvider.Instance, TimeSpan.FromDays(10));

    private static LockFreeRateLimiter LockFree(bool generous, TimeProvider time, TimeSpan period) =>
        new(
            new LockFreeRateLimiterOptions
            {
                PermitsPerPeriod = generous ? 1_000_000_000 : 1,
                Period = generous ? period : TimeSpan.FromDays(365),
                Burst = generous ? Plenty : 1,
            },
            time
        );

    public static LockedRateLimiter Locked(bool generous, TimeProvider time) =>
        new(generous ? 1 : time.TimestampFrequency * 86_400, generous ? Plenty : 1, time);

    public static TokenBucketRateLimiter TokenBucket(bool generous) =>
        new(
            new TokenBucketRateLimiterOptions
            {
                TokenLimit = generous ? Plenty : 1,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromDays(1),
                AutoReplenishment = false,
            }
        );

    public static SlidingWindowRateLimiter SlidingWindow(bool generous) =>
        new(
            new SlidingWindowRateLimiterOptions
            {
                PermitLimit = generous ? Plenty : 1,
                Window = TimeSpan.FromDays(1),
                SegmentsPerWindow = 6,
                AutoReplenishment = false,
            }
        );

    public static ConcurrencyLimiter Concurrency(bool generous) =>
        new(new ConcurrencyLimiterOptions { PermitLimit = generous ? Plenty : 1 });

    public static PartitionedLimiters<UInt128, LockFreeRateLimiter> Partitions() =>
        new(new PartitionOptions(), static _ => LockFreeCoarse(true), CoarseTimeProvider.Instance);

    public static PartitionedRateLimiter<UInt128> FrameworkPartitions() =>
        PartitionedRateLimiter.Create<UInt128, UInt128>(key =>
            RateLimitPartition.Get(key, static _ => TokenBucket(true))
        );
}
