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

        // The limit on the waiting only turns a hang into a failure.
        RateLimitLease[] served = await Task.WhenAll(leases)
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        served.ShouldAllBe(lease => lease.IsAcquired);
        limiter.GetStatistics().TotalSuccessfulLeases.ShouldBe(Threads * 200);
        limiter.GetStatistics().CurrentQueuedCount.ShouldBe(0);
    }

    /// <summary>The clock stands still, so every swap that got lost would show as a permit too many.</summary>
    [Fact]
    public void Sixteen_threads_take_exactly_the_burst()
    {
        const int burst = 3_000_000;
        using LockFreeRateLimiter limiter = new(
            new LockFreeRateLimiterOptions { PermitsPerPeriod = 1, Burst = burst },
            new ManualTimeProvider()
        );
        int granted = 0;
        RunThreads(() =>
        {
            int own = 0;
            while (limiter.AttemptAcquire().IsAcquired)
            {
                own++;
            }

            Interlocked.Add(ref granted, own);
        });
        granted.ShouldBe(burst);
        limiter.GetStatistics().TotalSuccessfulLeases.ShouldBe(burst);
        limiter.GetStatistics().TotalFailedLeases.ShouldBe(Threads);
    }

    /// <summary>A limiter that granted a permit is not in the state of a new one, so it must not be retired.</summary>
    [Fact]
    public void Nobody_takes_a_permit_of_a_limiter_that_is_retired()
    {
        const int count = 60_000;
        ManualTimeProvider time = new();
        LockFreeRateLimiterOptions options = new() { PermitsPerPeriod = 1 };
        LockFreeRateLimiter[] limiters =
        [
            .. Enumerable.Range(0, count).Select(_ => new LockFreeRateLimiter(options, time)),
        ];
        bool[] retired = new bool[count];
        bool[] granted = new bool[count];
        using Barrier start = new(2);
        Thread retiring = new(() =>
        {
            start.SignalAndWait();
            for (int i = 0; i < count; i++)
            {
                retired[i] = limiters[i].TryRetire(TimeSpan.Zero);
            }
        });
        retiring.Start();
        start.SignalAndWait(TestContext.Current.CancellationToken);
        for (int i = 0; i < count; i++)
        {
            // Not yet retired at this glance: the race is for the moment after it.
            granted[i] = !limiters[i].IsRetired && TryAcquire(limiters[i]);
        }

        retiring.Join();
        Enumerable.Range(0, count).ShouldAllBe(i => !(retired[i] && granted[i]));
    }

    private static bool TryAcquire(LockFreeRateLimiter limiter)
    {
        try
        {
            return limiter.AttemptAcquire().IsAcquired;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
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
