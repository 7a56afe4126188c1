using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Where ours promises more than the framework's limiters do.</summary>
public sealed class LockFreeRateLimiterTests
{
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LockFreeRateLimiter Create(int burst, int queueLimit) =>
        new(
            new LockFreeRateLimiterOptions
            {
                PermitsPerPeriod = 60,
                Burst = burst,
                QueueLimit = queueLimit,
            },
            _time
        );

    [Fact]
    public async Task Cancelling_the_first_lets_a_smaller_one_behind_it_go_ahead()
    {
        using LockFreeRateLimiter limiter = Create(3, 4);
        limiter.AttemptAcquire(3);
        using CancellationTokenSource cancel = new();
        Task<RateLimitLease> large = limiter.AcquireAsync(3, cancel.Token).AsTask();
        Task<RateLimitLease> small = limiter.AcquireAsync(1, Cancellation).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));
        small.IsCompleted.ShouldBeFalse();
        await cancel.CancelAsync();
        small.IsCompleted.ShouldBeTrue();
        large.IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public void The_alarm_is_set_only_while_somebody_waits()
    {
        using LockFreeRateLimiter limiter = Create(1, 2);
        limiter.AttemptAcquire();
        _time.ArmedTimers.ShouldBe(0);
        using CancellationTokenSource cancel = new();
        Task<RateLimitLease> first = limiter.AcquireAsync(1, Cancellation).AsTask();
        Task<RateLimitLease> second = limiter.AcquireAsync(1, cancel.Token).AsTask();
        _time.ArmedTimers.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        first.IsCompleted.ShouldBeTrue();
        _time.ArmedTimers.ShouldBe(1);
        cancel.Cancel();
        second.IsCanceled.ShouldBeTrue();
        _time.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public void A_row_of_refusals_shares_one_lease_whose_wait_shrinks()
    {
        using LockFreeRateLimiter limiter = Create(1, 0);
        limiter.AttemptAcquire();
        RateLimitLease first = limiter.AttemptAcquire();
        _time.Advance(TimeSpan.FromSeconds(0.25));
        limiter.AttemptAcquire().ShouldBeSameAs(first);
        first.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.FromSeconds(0.75));
    }

    [Fact]
    public void Taking_and_refusing_allocate_nothing()
    {
        using LockFreeRateLimiter limiter = Create(1000, 0);
        limiter.AttemptAcquire(990);
        Attempt(limiter, 2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool last = Attempt(limiter, 1000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThanOrEqualTo(64, "one refused lease at most");
        last.ShouldBeFalse();
    }

    [Fact]
    public void An_estimate_counts_those_who_wait_already()
    {
        using LockFreeRateLimiter limiter = Create(1, 5);
        limiter.EstimateDelay().ShouldBe(TimeSpan.Zero);
        limiter.AttemptAcquire();
        Task<RateLimitLease> waiter = limiter.AcquireAsync(1, Cancellation).AsTask();
        limiter.EstimateDelay().ShouldBe(TimeSpan.FromSeconds(2));
        waiter.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Late_alarms_cost_no_permits_while_there_is_a_burst()
    {
        using LockFreeRateLimiter limiter = Create(2, 0);
        limiter.AttemptAcquire(2);
        _time.Advance(TimeSpan.FromSeconds(1.7));
        limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(0.3));
        limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public void Rounding_never_grants_a_permit_too_many()
    {
        using LockFreeRateLimiter limiter = new(
            new LockFreeRateLimiterOptions { PermitsPerPeriod = 7, Period = TimeSpan.FromSeconds(1) },
            _time
        );
        int granted = 0;
        for (int i = 0; i < 10_000; i++)
        {
            granted += limiter.AttemptAcquire().IsAcquired ? 1 : 0;
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        granted.ShouldBeInRange(69, 70);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, -1)]
    [InlineData(1, int.MaxValue, 0)]
    public void Impossible_options_are_refused(int permits, int burst, int queue)
    {
        LockFreeRateLimiterOptions options = new()
        {
            PermitsPerPeriod = permits,
            Period = TimeSpan.FromDays(100_000),
            Burst = burst,
            QueueLimit = queue,
        };
        Should.Throw<ArgumentOutOfRangeException>(() => new LockFreeRateLimiter(options, _time));
    }

    private static bool Attempt(LockFreeRateLimiter limiter, int times)
    {
        bool granted = false;
        for (int i = 0; i < times; i++)
        {
            granted = limiter.AttemptAcquire().IsAcquired;
        }

        return granted;
    }
}
