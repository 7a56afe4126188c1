using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Races that threads hit once in a million, forced: the other thread's move is made when the clock is read.</summary>
public sealed class ForcedRaceTests
{
    private readonly HookedClock _clock = new();

    private LockFreeRateLimiter Create(int queueLimit) =>
        new(
            new LockFreeRateLimiterOptions
            {
                PermitsPerPeriod = 60,
                Burst = 1,
                QueueLimit = queueLimit,
            },
            _clock
        );

    [Fact]
    public void A_cancellation_while_the_permit_turns_out_not_to_be_due_is_heard()
    {
        using LockFreeRateLimiter limiter = Create(2);
        limiter.AttemptAcquire();
        using CancellationTokenSource cancel = new();
        Task<RateLimitLease> waiter = Wait(limiter, cancel.Token);
        // The second arrival reads the clock once itself; the reading after that is made with the first one claimed.
        _clock.OnReading(2, cancel.Cancel);
        Task<RateLimitLease> second = Wait(limiter, TestContext.Current.CancellationToken);
        waiter.IsCanceled.ShouldBeTrue();
        second.IsCompleted.ShouldBeFalse();
        limiter.GetStatistics().CurrentQueuedCount.ShouldBe(1);
        _clock.Inner.Advance(TimeSpan.FromSeconds(1));
        second.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task A_cancellation_while_the_permit_is_being_taken_comes_too_late_and_loses_nothing()
    {
        using LockFreeRateLimiter limiter = Create(2);
        limiter.AttemptAcquire();
        using CancellationTokenSource cancel = new();
        Task<RateLimitLease> waiter = Wait(limiter, cancel.Token);
        _clock.OnReading(1, cancel.Cancel);
        _clock.Inner.Advance(TimeSpan.FromSeconds(1));
        cancel.IsCancellationRequested.ShouldBeTrue();
        waiter.IsCompletedSuccessfully.ShouldBeTrue();
        (await waiter).IsAcquired.ShouldBeTrue();
        limiter.GetStatistics().TotalSuccessfulLeases.ShouldBe(2);
        limiter.GetStatistics().CurrentQueuedCount.ShouldBe(0);
    }

    [Fact]
    public void Arrivals_while_others_are_served_are_served_in_their_order()
    {
        using LockFreeRateLimiter limiter = Create(4);
        limiter.AttemptAcquire();
        List<Task<RateLimitLease>> waiters = [];
        // The first arrival reads the clock itself; the reading after that is made while it is being served.
        _clock.OnReading(
            2,
            () =>
                waiters.AddRange(
                    Enumerable.Range(0, 3).Select(_ => Wait(limiter, TestContext.Current.CancellationToken))
                )
        );
        Task<RateLimitLease> first = Wait(limiter, TestContext.Current.CancellationToken);
        waiters.Count.ShouldBe(3);
        waiters.Insert(0, first);
        for (int granted = 1; granted <= waiters.Count; granted++)
        {
            _clock.Inner.Advance(TimeSpan.FromSeconds(1));
            waiters
                .Select(static waiter => waiter.IsCompletedSuccessfully)
                .ShouldBe(Enumerable.Range(0, waiters.Count).Select(place => place < granted));
        }
    }

    [Fact]
    public void A_permit_taken_while_the_limiter_is_being_retired_keeps_it_alive()
    {
        using LockFreeRateLimiter limiter = Create(0);
        bool granted = false;
        _clock.OnFrequency(() => granted = limiter.AttemptAcquire().IsAcquired);
        limiter.TryRetire(TimeSpan.Zero).ShouldBeFalse();
        granted.ShouldBeTrue();
        limiter.IsRetired.ShouldBeFalse();
    }

    [Fact]
    public void An_alarm_that_rings_too_early_is_set_again()
    {
        using LockFreeRateLimiter limiter = Create(1);
        limiter.AttemptAcquire();
        Task<RateLimitLease> waiter = Wait(limiter, TestContext.Current.CancellationToken);
        // Halfway the due time is the same as it was, and the permit is not there yet.
        _clock.RingEarly();
        waiter.IsCompleted.ShouldBeFalse();
        _clock.Inner.ArmedTimers.ShouldBe(1);
        _clock.Inner.Advance(TimeSpan.FromSeconds(1));
        waiter.IsCompletedSuccessfully.ShouldBeTrue();
    }

    private static Task<RateLimitLease> Wait(LockFreeRateLimiter limiter, CancellationToken cancellationToken) =>
        limiter.AcquireAsync(1, cancellationToken).AsTask();

    /// <summary>A manual clock that makes one move at a chosen reading.</summary>
    private sealed class HookedClock : TimeProvider
    {
        private Action? _onReading;
        private Action? _onFrequency;
        private int _readings;
        private ITimer? _timer;

        public ManualTimeProvider Inner { get; } = new();

        public override long TimestampFrequency
        {
            get
            {
                Interlocked.Exchange(ref _onFrequency, null)?.Invoke();
                return Inner.TimestampFrequency;
            }
        }

        public void OnReading(int number, Action move) => (_readings, _onReading) = (number, move);

        public void OnFrequency(Action move) => _onFrequency = move;

        public override long GetTimestamp()
        {
            if (_onReading is not null && --_readings == 0)
            {
                Interlocked.Exchange(ref _onReading, null)?.Invoke();
            }

            return Inner.GetTimestamp();
        }

        public override DateTimeOffset GetUtcNow() => Inner.GetUtcNow();

        /// <summary>Rings the timer half a second from now, as a system timer of another resolution might.</summary>
        public void RingEarly()
        {
            _timer!.Change(TimeSpan.FromSeconds(0.5), Timeout.InfiniteTimeSpan);
            Inner.Advance(TimeSpan.FromSeconds(0.5));
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            _timer = Inner.CreateTimer(callback, state, dueTime, period);
    }
}
