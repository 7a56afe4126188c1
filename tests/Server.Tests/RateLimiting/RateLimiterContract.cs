using System.Threading.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>What every rate limiter of this kind does: run for ours and for the framework's token bucket.</summary>
public abstract class RateLimiterContract
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A limiter of one permit per second.</summary>
    protected abstract RateLimiter Create(int burst, int queueLimit, QueueProcessingOrder order);

    /// <summary>Lets whole seconds pass for the limiter made last.</summary>
    protected abstract void Pass(int seconds);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Grants_the_burst_and_refuses_the_next(int burst)
    {
        using RateLimiter limiter = Create(burst, 0, QueueProcessingOrder.OldestFirst);
        for (int i = 0; i < burst; i++)
        {
            limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
        }

        limiter.AttemptAcquire().IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public void A_permit_accrues_with_time_and_no_more_than_the_burst_is_saved_up()
    {
        using RateLimiter limiter = Create(2, 0, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire(2).IsAcquired.ShouldBeTrue();
        Pass(1);
        limiter.AttemptAcquire(2).IsAcquired.ShouldBeFalse();
        limiter.AttemptAcquire(1).IsAcquired.ShouldBeTrue();
        Pass(10);
        limiter.AttemptAcquire(2).IsAcquired.ShouldBeTrue();
        limiter.AttemptAcquire(1).IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_says_when_to_come_again()
    {
        using RateLimiter limiter = Create(2, 0, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire(2);
        RateLimitLease refusal = limiter.AttemptAcquire(2);
        refusal.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.FromSeconds(2));
        refusal.MetadataNames.ShouldContain(MetadataName.RetryAfter.Name);
    }

    [Fact]
    public void A_grant_says_nothing_about_coming_again()
    {
        using RateLimiter limiter = Create(1, 0, QueueProcessingOrder.OldestFirst);
        RateLimitLease grant = limiter.AttemptAcquire();
        grant.TryGetMetadata(MetadataName.RetryAfter, out _).ShouldBeFalse();
    }

    [Fact]
    public void Disposing_a_lease_gives_nothing_back()
    {
        using RateLimiter limiter = Create(1, 0, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire().Dispose();
        limiter.AttemptAcquire().IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public void More_than_the_burst_or_less_than_nothing_is_an_error()
    {
        using RateLimiter limiter = Create(2, 2, QueueProcessingOrder.OldestFirst);
        Should.Throw<ArgumentOutOfRangeException>(() => limiter.AttemptAcquire(3));
        Should.Throw<ArgumentOutOfRangeException>(() => limiter.AttemptAcquire(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => limiter.AcquireAsync(3, Cancellation).AsTask());
    }

    [Fact]
    public void No_permits_are_granted_only_while_one_is_free()
    {
        using RateLimiter limiter = Create(1, 0, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire(0).IsAcquired.ShouldBeTrue();
        limiter.AttemptAcquire(1).IsAcquired.ShouldBeTrue();
        limiter.AttemptAcquire(0).IsAcquired.ShouldBeFalse();
    }

    [Fact]
    public async Task Waiters_are_served_oldest_first_each_when_its_permit_is_due()
    {
        using RateLimiter limiter = Create(1, 3, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire();
        Task<RateLimitLease>[] waiters = [.. Enumerable.Range(0, 3).Select(_ => Wait(limiter))];
        for (int served = 0; served < 3; served++)
        {
            waiters.Count(w => w.IsCompleted).ShouldBe(served);
            Pass(1);
            (await Outcome(waiters[served])).IsAcquired.ShouldBeTrue();
        }
    }

    [Fact]
    public void Waiters_are_served_newest_first_when_asked_to()
    {
        using RateLimiter limiter = Create(1, 2, QueueProcessingOrder.NewestFirst);
        limiter.AttemptAcquire();
        Task<RateLimitLease> older = Wait(limiter);
        Task<RateLimitLease> newer = Wait(limiter);
        Pass(1);
        newer.IsCompleted.ShouldBeTrue();
        older.IsCompleted.ShouldBeFalse();
        Pass(1);
        older.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Oldest_first_lets_nobody_overtake_a_waiter()
    {
        using RateLimiter limiter = Create(2, 2, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire(2);
        Task<RateLimitLease> waiter = Wait(limiter, 2);
        Pass(1);
        limiter.AttemptAcquire(1).IsAcquired.ShouldBeFalse();
        waiter.IsCompleted.ShouldBeFalse();
        Pass(1);
        waiter.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Newest_first_lets_an_arrival_take_what_is_free()
    {
        using RateLimiter limiter = Create(2, 2, QueueProcessingOrder.NewestFirst);
        limiter.AttemptAcquire(2);
        Task<RateLimitLease> waiter = Wait(limiter, 2);
        Pass(1);
        limiter.AttemptAcquire(1).IsAcquired.ShouldBeTrue();
        Pass(1);
        waiter.IsCompleted.ShouldBeFalse();
        Pass(1);
        waiter.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_full_queue_refuses_the_arrival_when_the_oldest_goes_first()
    {
        using RateLimiter limiter = Create(2, 2, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire(2);
        Task<RateLimitLease> waiter = Wait(limiter, 2);
        RateLimitLease refusal = await Outcome(Wait(limiter));
        refusal.IsAcquired.ShouldBeFalse();
        refusal.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.FromSeconds(3));
        waiter.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_full_queue_refuses_the_oldest_when_the_newest_goes_first()
    {
        using RateLimiter limiter = Create(2, 2, QueueProcessingOrder.NewestFirst);
        limiter.AttemptAcquire(2);
        Task<RateLimitLease> oldest = Wait(limiter);
        Task<RateLimitLease> older = Wait(limiter);
        Task<RateLimitLease> newest = Wait(limiter);
        (await Outcome(oldest)).IsAcquired.ShouldBeFalse();
        older.IsCompleted.ShouldBeFalse();
        newest.IsCompleted.ShouldBeFalse();
        limiter.GetStatistics()!.CurrentQueuedCount.ShouldBe(2);
    }

    [Fact]
    public async Task More_than_the_queue_holds_is_refused_at_once()
    {
        using RateLimiter limiter = Create(3, 1, QueueProcessingOrder.NewestFirst);
        limiter.AttemptAcquire(3);
        Task<RateLimitLease> waiter = Wait(limiter);
        (await Outcome(Wait(limiter, 2))).IsAcquired.ShouldBeFalse();
        waiter.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_gives_the_place_to_the_next_and_costs_no_permit()
    {
        using RateLimiter limiter = Create(1, 1, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire();
        using CancellationTokenSource cancel = new();
        Task<RateLimitLease> cancelled = limiter.AcquireAsync(1, cancel.Token).AsTask();
        limiter.GetStatistics()!.CurrentQueuedCount.ShouldBe(1);
        await cancel.CancelAsync();
        OperationCanceledException error = await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        error.CancellationToken.ShouldBe(cancel.Token);
        limiter.GetStatistics()!.CurrentQueuedCount.ShouldBe(0);

        Task<RateLimitLease> next = Wait(limiter);
        next.IsCompleted.ShouldBeFalse();
        Pass(1);
        (await Outcome(next)).IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public void A_cancelled_token_gets_nothing()
    {
        using RateLimiter limiter = Create(1, 1, QueueProcessingOrder.OldestFirst);
        limiter.AcquireAsync(1, new CancellationToken(true)).AsTask().IsCanceled.ShouldBeTrue();
        limiter.AttemptAcquire().IsAcquired.ShouldBeTrue();
    }

    [Theory]
    [InlineData(QueueProcessingOrder.OldestFirst)]
    [InlineData(QueueProcessingOrder.NewestFirst)]
    public async Task Disposing_refuses_all_who_wait_and_ends_the_limiter(QueueProcessingOrder order)
    {
        RateLimiter limiter = Create(1, 3, order);
        limiter.AttemptAcquire();
        Task<RateLimitLease>[] waiters = [.. Enumerable.Range(0, 3).Select(_ => Wait(limiter))];
        limiter.Dispose();
        limiter.Dispose();
        foreach (Task<RateLimitLease> waiter in waiters)
        {
            (await Outcome(waiter)).IsAcquired.ShouldBeFalse();
        }

        Should.Throw<ObjectDisposedException>(() => limiter.AttemptAcquire());
        Should.Throw<ObjectDisposedException>(() => limiter.AcquireAsync(1, Cancellation).AsTask());
    }

    [Fact]
    public void Statistics_tell_permits_places_grants_and_refusals()
    {
        using RateLimiter limiter = Create(3, 2, QueueProcessingOrder.OldestFirst);
        limiter.AttemptAcquire(2);
        limiter.GetStatistics()!.CurrentAvailablePermits.ShouldBe(1);
        limiter.AttemptAcquire(2);
        Task<RateLimitLease> waiter = Wait(limiter, 2);
        RateLimiterStatistics statistics = limiter.GetStatistics()!;
        statistics.TotalSuccessfulLeases.ShouldBe(1);
        statistics.TotalFailedLeases.ShouldBe(1);
        statistics.CurrentQueuedCount.ShouldBe(2);
        Pass(1);
        waiter.IsCompleted.ShouldBeTrue();
        limiter.GetStatistics()!.TotalSuccessfulLeases.ShouldBe(2);
        limiter.GetStatistics()!.CurrentQueuedCount.ShouldBe(0);
    }

    [Fact]
    public void Idle_is_only_who_is_full()
    {
        using RateLimiter limiter = Create(1, 0, QueueProcessingOrder.OldestFirst);
        limiter.IdleDuration.ShouldNotBeNull();
        limiter.AttemptAcquire();
        limiter.IdleDuration.ShouldBeNull();
        Pass(1);
        limiter.IdleDuration.ShouldNotBeNull();
    }

    /// <summary>What has been decided already: a test that had to wait for it would hang instead of failing.</summary>
    private static Task<RateLimitLease> Outcome(Task<RateLimitLease> acquire)
    {
        acquire.IsCompletedSuccessfully.ShouldBeTrue();
        return acquire;
    }

    private static Task<RateLimitLease> Wait(RateLimiter limiter, int permits = 1) =>
        limiter.AcquireAsync(permits, Cancellation).AsTask();
}
