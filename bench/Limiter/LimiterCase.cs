using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>One row of the tables: a limiter, and the loop that acquires from it.</summary>
/// <param name="Name">What the row is called.</param>
/// <param name="Rival">The row of the framework that it is compared with.</param>
/// <param name="Start">Makes the limiter and returns the loop, which takes the number of acquires.</param>
internal sealed record LimiterCase(string Name, string Rival, Func<Func<int, int>> Start)
{
    private const string ByKey = "by key among 1,000, framework's token buckets";

    public static IReadOnlyList<LimiterCase> All { get; } =
    [
        .. Outcome(granted: true),
        .. Outcome(granted: false),
        new("by key among 1,000, lock-free, coarse clock", ByKey, () => Limiters.Partitions().RunKeys),
        new(ByKey, ByKey, () => Limiters.FrameworkPartitions().RunKeys),
    ];

    private static IEnumerable<LimiterCase> Outcome(bool granted)
    {
        string what = granted ? "granted" : "refused";
        string rival = $"TokenBucketRateLimiter, {what}";
        if (granted)
        {
            yield return Floor("floor: fine clock + swap", TimeProvider.System);
            yield return Floor("floor: coarse clock + swap", CoarseTimeProvider.Instance);
        }

        yield return Limiter($"lock-free, fine clock, {what}", () => Limiters.LockFree(granted));
        yield return Limiter($"lock-free, coarse clock, {what}", () => Limiters.LockFreeCoarse(granted));
        yield return Limiter(
            $"the same under a lock, fine clock, {what}",
            () => Limiters.Locked(granted, TimeProvider.System)
        );
        yield return Limiter(
            $"the same under a lock, coarse clock, {what}",
            () => Limiters.Locked(granted, CoarseTimeProvider.Instance)
        );
        yield return Limiter(rival, () => Limiters.TokenBucket(granted));
        yield return Limiter($"SlidingWindowRateLimiter, {what}", () => Limiters.SlidingWindow(granted));
        yield return new(
            $"ConcurrencyLimiter and release, {what}",
            rival,
            () =>
            {
                ConcurrencyLimiter limiter = Limiters.Concurrency(granted);
                limiter.AttemptAcquire();
                return times => AcquireLoop.RunAndRelease(limiter, times);
            }
        );

        LimiterCase Limiter(string name, Func<RateLimiter> create) =>
            new(
                name,
                rival,
                () =>
                {
                    RateLimiter limiter = create();
                    limiter.AttemptAcquire();
                    return times => AcquireLoop.Run(limiter, times);
                }
            );

        LimiterCase Floor(string name, TimeProvider time) =>
            new(
                name,
                rival,
                () =>
                {
                    StrongBox<long> word = new();
                    return times => AcquireLoop.Floor(word, time, times);
                }
            );
    }
}
