using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Partitions: separate budgets, bounded number, eviction that grants nothing twice.</summary>
public sealed class PartitionedLimitersTests
{
    private readonly ManualTimeProvider _time = new();

    private PartitionedLimiters<UInt128, LockFreeRateLimiter> Create(int capacity, TimeProvider? time = null) =>
        new(
            new PartitionOptions
            {
                Capacity = capacity,
                IdleAfter = TimeSpan.FromMinutes(1),
                SweepEvery = TimeSpan.FromTicks(1),
            },
            _ => new LockFreeRateLimiter(
                new LockFreeRateLimiterOptions
                {
                    PermitsPerPeriod = 60,
                    Burst = 2,
                    QueueLimit = 1,
                },
                time ?? _time
            ),
            time ?? _time
        );

    [Fact]
    public async Task Keys_have_budgets_of_their_own()
    {
        using PartitionedLimiters<UInt128, LockFreeRateLimiter> limiters = Create(10);
        limiters.AttemptAcquire(1, 2).IsAcquired.ShouldBeTrue();
        limiters.AttemptAcquire(1).IsAcquired.ShouldBeFalse();
        (await limiters.AcquireAsync(2, 2, TestContext.Current.CancellationToken)).IsAcquired.ShouldBeTrue();
        limiters.Get(1).ShouldBeSameAs(limiters.Get(1));
        limiters.Count.ShouldBe(2);
    }

    [Fact]
    public void Keys_beyond_the_capacity_share_one_limiter()
    {
        using PartitionedLimiters<UInt128, LockFreeRateLimiter> limiters = Create(2);
        limiters.AttemptAcquire(1, 2);
        limiters.AttemptAcquire(2, 2);
        limiters.AttemptAcquire(3, 2).IsAcquired.ShouldBeTrue();
        limiters.AttemptAcquire(4, 1).IsAcquired.ShouldBeFalse();
        limiters.Count.ShouldBe(2);
    }

    [Fact]
    public void At_capacity_a_full_budget_makes_room()
    {
        using PartitionedLimiters<UInt128, LockFreeRateLimiter> limiters = Create(2);
        limiters.AttemptAcquire(1, 2);
        limiters.AttemptAcquire(2, 1);
        _time.Advance(TimeSpan.FromSeconds(1));
        limiters.AttemptAcquire(3, 2).IsAcquired.ShouldBeTrue();
        limiters.Get(3).ShouldNotBeSameAs(limiters.Get(4));
        limiters.Get(1).GetStatistics().TotalSuccessfulLeases.ShouldBe(1);
    }

    [Fact]
    public void The_idle_are_evicted_when_another_comes()
    {
        using PartitionedLimiters<UInt128, LockFreeRateLimiter> limiters = Create(10);
        LockFreeRateLimiter old = limiters.Get(1);
        _time.Advance(TimeSpan.FromMinutes(1));
        limiters.Get(2);
        limiters.Count.ShouldBe(1);
        old.IsRetired.ShouldBeTrue();
        limiters.Get(1).ShouldNotBeSameAs(old);
    }

    [Fact]
    public void Neither_the_busy_nor_the_closed_nor_those_with_waiters_are_evicted()
    {
        using PartitionedLimiters<UInt128, LockFreeRateLimiter> limiters = Create(10);
        limiters.Get(1).CloseUntil(_time.GetUtcNow().AddMinutes(30));
        limiters.AttemptAcquire(2, 2);
        Task<RateLimitLease> waiter = limiters.AcquireAsync(2, 1, TestContext.Current.CancellationToken).AsTask();
        limiters.Sweep(TimeSpan.Zero);
        limiters.Count.ShouldBe(2);
        waiter.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMinutes(5));
        limiters.Sweep(TimeSpan.Zero);
        limiters.Count.ShouldBe(1);
        limiters.AttemptAcquire(1).IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public void A_retired_limiter_grants_nothing_and_fails_loudly()
    {
        using PartitionedLimiters<UInt128, LockFreeRateLimiter> limiters = Create(10);
        LockFreeRateLimiter limiter = limiters.Get(1);
        limiter.TryRetire(TimeSpan.Zero).ShouldBeTrue();
        limiter.TryRetire(TimeSpan.Zero).ShouldBeFalse();
        Should.Throw<ObjectDisposedException>(() => limiter.AttemptAcquire());
        limiters.AttemptAcquire(1).IsAcquired.ShouldBeTrue();
    }

    /// <summary>While a key's limiter is made, another thread asks for the same key: both must get the one limiter, even the last one there is room for.</summary>
    [Fact]
    public void A_key_that_two_add_at_once_has_one_budget()
    {
        PartitionedLimiters<UInt128, LockFreeRateLimiter>? limiters = null;
        LockFreeRateLimiter? other = null;
        int made = 0;
        limiters = new(
            new PartitionOptions { Capacity = 1 },
            _ =>
            {
                // The first one made is the shared one, the second the key's.
                if (++made == 2)
                {
                    other = limiters!.Get(7);
                }

                return new LockFreeRateLimiter(new() { PermitsPerPeriod = 60, Burst = 2 }, _time);
            },
            _time
        );
        using (limiters)
        {
            limiters.Get(7).ShouldBeSameAs(other);
            limiters.Count.ShouldBe(1);
            Enumerable.Range(0, 4).Count(_ => limiters.AttemptAcquire(7).IsAcquired).ShouldBe(2);
            limiters.Get(8).ShouldNotBeSameAs(other, "the key took the only place");
        }
    }

    /// <summary>Threads take permits while others evict: a permit of an evicted limiter would exceed the bound.</summary>
    [Fact]
    public void Eviction_while_in_use_grants_no_permit_twice()
    {
        using PartitionedLimiters<UInt128, LockFreeRateLimiter> limiters = Create(4);
        int granted = 0;
        for (int round = 0; round < 2_000; round++)
        {
            granted = 0;
            Parallel.For(
                0,
                8,
                i =>
                {
                    if (i % 2 == 0)
                    {
                        limiters.Sweep(TimeSpan.Zero);
                    }

                    if (limiters.AttemptAcquire(7).IsAcquired)
                    {
                        Interlocked.Increment(ref granted);
                    }
                }
            );
            granted.ShouldBe(2);
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        limiters.Count.ShouldBeLessThanOrEqualTo(1);
    }
}
