using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>What the server says moves the budget: limit, rest of the window, closure.</summary>
public sealed class FeedbackTests
{
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private LockFreeRateLimiter Create(int permits, int burst, int queue = 0, int ceiling = int.MaxValue) =>
        new(
            new LockFreeRateLimiterOptions
            {
                PermitsPerPeriod = permits,
                Burst = burst,
                QueueLimit = queue,
                MaximumPermitsPerPeriod = ceiling,
            },
            _time
        );

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Closed_means_exactly_until_the_instant(int burst)
    {
        using LockFreeRateLimiter limiter = Create(60, burst);
        limiter.CloseUntil(_time.GetUtcNow().AddSeconds(30));
        limiter.EstimateDelay().ShouldBe(TimeSpan.FromSeconds(30));
        _time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        limiter.AttemptAcquire().IsAcquired.ShouldBeFalse();
        _time.Advance(TimeSpan.FromTicks(1));
        limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
        limiter.AttemptAcquire().IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public void A_closure_holds_waiters_and_then_serves_them_in_order()
    {
        using LockFreeRateLimiter limiter = Create(60, 1, queue: 2);
        limiter.AttemptAcquire();
        Task<RateLimitLease> first = limiter.AcquireAsync(1, Cancellation).AsTask();
        Task<RateLimitLease> second = limiter.AcquireAsync(1, Cancellation).AsTask();
        limiter.CloseUntil(_time.GetUtcNow().AddSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(9.999));
        first.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.001));
        first.IsCompleted.ShouldBeTrue();
        second.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        second.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_shorter_or_past_closure_changes_nothing()
    {
        using LockFreeRateLimiter limiter = Create(60, 1);
        limiter.CloseUntil(_time.GetUtcNow().AddSeconds(-5));
        limiter.EstimateDelay().ShouldBe(TimeSpan.Zero);
        limiter.CloseUntil(_time.GetUtcNow().AddSeconds(30));
        limiter.CloseUntil(_time.GetUtcNow().AddSeconds(10));
        limiter.EstimateDelay().ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_nonsensical_closure_is_bounded()
    {
        using LockFreeRateLimiter limiter = Create(60, 1);
        limiter.CloseUntil(DateTimeOffset.MaxValue);
        limiter.EstimateDelay().ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_nonsensical_reset_closes_for_one_period_at_most()
    {
        using LockFreeRateLimiter limiter = Create(60, 1);
        limiter.Observe(60, 0, DateTimeOffset.MaxValue);
        limiter.EstimateDelay().ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void The_plan_s_real_limit_is_learned_and_waiters_feel_it_at_once()
    {
        using LockFreeRateLimiter limiter = Create(60, 1, queue: 1);
        limiter.AttemptAcquire();
        Task<RateLimitLease> waiter = limiter.AcquireAsync(1, Cancellation).AsTask();
        _time.Advance(TimeSpan.FromSeconds(0.5));
        limiter.Observe(600, 600, _time.GetUtcNow().AddMinutes(1));
        limiter.PermitsPerPeriod.ShouldBe(600);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        waiter.IsCompleted.ShouldBeTrue();

        waiter = limiter.AcquireAsync(1, Cancellation).AsTask();
        _time.Advance(TimeSpan.FromSeconds(0.1));
        waiter.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_faster_rate_brings_the_alarm_of_those_who_wait_forward()
    {
        using LockFreeRateLimiter limiter = Create(60, 2, queue: 2);
        limiter.AttemptAcquire(2);
        Task<RateLimitLease> waiter = limiter.AcquireAsync(2, Cancellation).AsTask();
        limiter.Observe(600, 600, _time.GetUtcNow().AddMinutes(1));
        // The next permit stays due after 1 s, the one behind it costs 0.1 s instead of 1 s.
        _time.Advance(TimeSpan.FromSeconds(1.1));
        waiter.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void The_ceiling_of_the_configuration_beats_the_server_s_limit()
    {
        using LockFreeRateLimiter limiter = Create(60, 1, ceiling: 120);
        limiter.Observe(10_000, 10_000, _time.GetUtcNow().AddMinutes(1));
        limiter.PermitsPerPeriod.ShouldBe(120);
        limiter.Observe(30, 30, _time.GetUtcNow().AddMinutes(1));
        limiter.PermitsPerPeriod.ShouldBe(30);
    }

    [Fact]
    public void A_new_rate_keeps_the_number_of_permits_spent()
    {
        using LockFreeRateLimiter limiter = Create(60, 10);
        limiter.AttemptAcquire(4);
        limiter.Observe(6000, 5996, _time.GetUtcNow().AddMinutes(1));
        limiter.GetStatistics().CurrentAvailablePermits.ShouldBe(6);
        _time.Advance(TimeSpan.FromSeconds(0.04));
        limiter.GetStatistics().CurrentAvailablePermits.ShouldBe(10);
    }

    [Fact]
    public void A_new_rate_keeps_a_closure_to_its_instant()
    {
        using LockFreeRateLimiter limiter = Create(60, 10);
        limiter.CloseUntil(_time.GetUtcNow().AddSeconds(20));
        foreach (int limit in (int[])[6000, 7, 100])
        {
            limiter.Observe(limit, limit, _time.GetUtcNow());
            limiter.EstimateDelay().ShouldBe(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public void What_others_took_is_charged_here_too()
    {
        using LockFreeRateLimiter limiter = Create(60, 20);
        DateTimeOffset reset = _time.GetUtcNow().AddMinutes(1);
        limiter.AttemptAcquire();
        limiter.Observe(60, 59, reset);
        limiter.GetStatistics().CurrentAvailablePermits.ShouldBe(19);
        limiter.Observe(60, 50, reset);
        limiter.GetStatistics().CurrentAvailablePermits.ShouldBe(10);
        limiter.Observe(60, 55, reset);
        limiter.GetStatistics().CurrentAvailablePermits.ShouldBe(10);
    }

    [Fact]
    public void The_reserve_is_left_untouched()
    {
        using LockFreeRateLimiter limiter = Create(60, 20);
        limiter.Observe(60, 2, _time.GetUtcNow().AddSeconds(5));
        limiter.EstimateDelay().ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Requests_on_their_way_count_against_what_is_left()
    {
        using LockFreeRateLimiter limiter = Create(60, 20);
        limiter.Observe(60, 8, _time.GetUtcNow().AddSeconds(5), inFlight: 3);
        limiter.GetStatistics().CurrentAvailablePermits.ShouldBe(3);
        limiter.Observe(60, 8, _time.GetUtcNow().AddSeconds(5), inFlight: 6);
        limiter.EstimateDelay().ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Nothing_is_learned_from_nonsense()
    {
        using LockFreeRateLimiter limiter = Create(60, 5);
        limiter.Observe(0, 0, _time.GetUtcNow().AddMinutes(1));
        limiter.Observe(-1, -1, _time.GetUtcNow().AddMinutes(1));
        limiter.Observe(60, int.MaxValue, DateTimeOffset.MinValue);
        limiter.GetStatistics().CurrentAvailablePermits.ShouldBe(5);
        limiter.PermitsPerPeriod.ShouldBe(60);
    }
}
