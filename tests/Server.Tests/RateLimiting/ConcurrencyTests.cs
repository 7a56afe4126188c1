using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Sixteen threads on the real clock.</summary>
public sealed class ConcurrencyTests
{
    private const int Threads = 16;

    [Fact]
    public void The_bound_holds_with_sixteen_threads_on_real_time()
    {
        const int burst = 50;
        const int rate = 20_000;
        TimeProvider time = TimeProvider.System;
        using LockFreeRateLimiter limiter = Create(burst, rate, 0);
        long granted = 0;
        List<(long Before, long After)> grants = [];
        RunThreads(() =>
        {
            List<(long, long)> own = [];
            while (Volatile.Read(ref granted) < 3_000)
            {
                long before = time.GetTimestamp();
                if (limiter.AttemptAcquire().IsAcquired)
                {
                    own.Add((before, time.GetTimestamp()));
                    Interlocked.Increment(ref granted);
                }
            }

            lock (grants)
            {
                grants.AddRange(own);
            }
        });

        // Whatever lies wholly within a window was taken in it; starts and ends of grants make all windows that matter.
        double perTick = (double)rate / time.TimestampFrequency;
        (long Before, long After)[] byEnd = [.. grants.OrderBy(g => g.After)];
        foreach (long start in grants.Select(g => g.Before).Where((_, i) => i % 10 == 0))
        {
            int inside = 0;
            foreach ((_, long end) in byEnd.Where(g => g.Before >= start))
            {
                (++inside).ShouldBeLessThanOrEqualTo(burst + (int)((end - start) * perTick));
            }
        }

        limiter.GetStatistics().TotalSuccessfulLeases.ShouldBe(grants.Count);
    }

    [Fact]
    public async Task Sixteen_threads_that_wait_are_all_served_on_real_time()
    {
        using LockFreeRateLimiter limiter = Create(8, 40_000, int.MaxValue);
        List<Task<RateLimitLease>> leases = [];
        RunThreads(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                Task<RateLimitLease> lease = limiter.AcquireAsync(1, TestContext.Current.CancellationToken).AsTask();
                lock (leases)
                {
                    leases.Add(lease);
                }
            }
        });

        RateLimitLease[] served = await Task.WhenAll(leases);
        served.ShouldAllBe(lease => lease.IsAcquired);
        limiter.GetStatistics().TotalSuccessfulLeases.ShouldBe(Threads * 200);
        limiter.GetStatistics().CurrentQueuedCount.ShouldBe(0);
    }

    private static LockFreeRateLimiter Create(int burst, int rate, int queue) =>
        new(
            new LockFreeRateLimiterOptions
            {
                PermitsPerPeriod = rate,
                Period = TimeSpan.FromSeconds(1),
                Burst = burst,
                QueueLimit = queue,
            },
            TimeProvider.System
        );

    private static void RunThreads(Action work)
    {
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() => work()))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }
}
