using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using BenchmarkDotNet.Attributes;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Benchmarks.RateLimiting;

/// <summary>A wait from its queueing to its grant, with a thousand waiting at once and no real time spent.</summary>
[Config(typeof(ShortInProcess))]
public class WaitBenchmarks
{
    private const int Waiters = 1_000;

    private readonly Task<RateLimitLease>[] _waiters = new Task<RateLimitLease>[Waiters];
    private readonly ManualTimeProvider _time = new();
    private LockFreeRateLimiter? _lockFree;
    private TokenBucketRateLimiter? _tokenBucket;

    [GlobalSetup]
    public void Start()
    {
        _lockFree = new LockFreeRateLimiter(
            new LockFreeRateLimiterOptions
            {
                PermitsPerPeriod = (int)TimeSpan.TicksPerSecond,
                Period = TimeSpan.FromSeconds(1),
                Burst = Waiters,
                QueueLimit = Waiters,
            },
            _time
        );
        _tokenBucket = new TokenBucketRateLimiter(
            new TokenBucketRateLimiterOptions
            {
                TokenLimit = Waiters,
                TokensPerPeriod = Waiters,
                QueueLimit = Waiters,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = false,
            }
        );
        _tokenBucket.AttemptAcquire(Waiters);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Waiters)]
    public bool LockFree()
    {
        _lockFree!.CloseUntil(_time.GetUtcNow().AddMilliseconds(1));
        Queue(_lockFree);
        _time.Advance(TimeSpan.FromMilliseconds(2));
        return AllGranted();
    }

    [Benchmark(OperationsPerInvoke = Waiters)]
    public bool TokenBucket()
    {
        Queue(_tokenBucket!);
        Replenish(_tokenBucket!, LastReplenishment(_tokenBucket!) + Stopwatch.Frequency);
        return AllGranted();
    }

    private void Queue(RateLimiter limiter)
    {
        for (int i = 0; i < Waiters; i++)
        {
            _waiters[i] = limiter.AcquireAsync().AsTask();
        }
    }

    private bool AllGranted() =>
        Array.TrueForAll(_waiters, w => w.IsCompletedSuccessfully)
            ? true
            : throw new InvalidOperationException("Somebody still waits.");

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ReplenishInternal")]
    private static extern void Replenish(TokenBucketRateLimiter limiter, long timestamp);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lastReplenishmentTick")]
    private static extern ref long LastReplenishment(TokenBucketRateLimiter limiter);
}
