using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>A million acquires, cancellations and disposals against each other: nobody sleeps on, no permit leaks.</summary>
public sealed class InterleavingStressTests
{
    private const int Rounds = 3_200;
    private const int Threads = 4;
    private const int StepsPerRound = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);

    [Fact]
    [Trait("Promise", "PA-13")]
    public void A_million_interleavings_lose_neither_a_waiter_nor_a_permit()
    {
        List<string> faults = [];
        StressRound round = new(0);
        int number = 0;
        long steps = 0;
        using Barrier barrier = new(
            Threads,
            _ =>
            {
                faults.AddRange(round.Faults(Interval));
                steps += round.Steps;
                round.Dispose();
                round = new StressRound(++number);
            }
        );
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, Threads)
                .Select(id => new Thread(() =>
                {
                    Random random = new(id);
                    for (int i = 0; i < Rounds; i++)
                    {
                        round.Play(random, StepsPerRound, Interval);
                        barrier.SignalAndWait();
                    }
                })),
        ];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        faults.ShouldBeEmpty();
        steps.ShouldBeGreaterThanOrEqualTo(1_000_000);
    }

    /// <summary>One limiter, used by all threads at once until it is checked.</summary>
    private sealed class StressRound : IDisposable
    {
        private readonly ManualTimeProvider _time = new();
        private readonly LockFreeRateLimiter _limiter;
        private readonly List<Acquire> _acquires = [];
        private readonly int _number;
        private int _direct;
        private int _steps;

        public StressRound(int number)
        {
            _number = number;
            _limiter = new LockFreeRateLimiter(
                new LockFreeRateLimiterOptions
                {
                    PermitsPerPeriod = 1,
                    Period = Interval,
                    Burst = 3,
                    QueueLimit = 40,
                    QueueOrder =
                        (number & 1) == 0 ? QueueProcessingOrder.OldestFirst : QueueProcessingOrder.NewestFirst,
                },
                _time
            );
        }

        public int Steps => _steps;

        public void Play(Random random, int steps, TimeSpan interval)
        {
            List<Acquire> acquires = [];
            try
            {
                for (int i = 0; i < steps; i++)
                {
                    Step(random.Next(16), random, acquires, interval);
                    Interlocked.Increment(ref _steps);
                }

                if (_number % 3 == 0 && random.Next(Threads) == 0)
                {
                    _limiter.Dispose();
                }
            }
            catch (ObjectDisposedException)
            {
                // Another thread ended the limiter; what was queued before must be settled all the same.
            }

            lock (_acquires)
            {
                _acquires.AddRange(acquires);
            }
        }

        public IEnumerable<string> Faults(TimeSpan interval)
        {
            if (_acquires.Exists(a => a.Cancel.IsCancellationRequested && !a.Lease.IsCompleted))
            {
                yield return $"round {_number}: a cancellation was not heard";
            }

            _time.Advance(interval * 100);
            RateLimiterStatistics statistics = _limiter.GetStatistics();
            int granted =
                _direct + _acquires.Count(a => a.Lease is { IsCompletedSuccessfully: true, Result.IsAcquired: true });
            if (_acquires.Exists(a => !a.Lease.IsCompleted))
            {
                yield return $"round {_number}: somebody waits for ever";
            }

            if (statistics.TotalSuccessfulLeases != granted)
            {
                yield return $"round {_number}: took {statistics.TotalSuccessfulLeases} permits, handed out {granted}";
            }

            if (statistics.CurrentQueuedCount != 0)
            {
                yield return $"round {_number}: {statistics.CurrentQueuedCount} places are taken by nobody";
            }

            if (granted > 3 + (_time.GetTimestamp() / interval.Ticks))
            {
                yield return $"round {_number}: {granted} grants are more than the rate allows";
            }
        }

        public void Dispose() => _limiter.Dispose();

        private void Step(int kind, Random random, List<Acquire> acquires, TimeSpan interval)
        {
            switch (kind)
            {
                case < 7:
                    CancellationTokenSource cancel = new();
                    acquires.Add(new Acquire(_limiter.AcquireAsync(1 + (kind & 1), cancel.Token).AsTask(), cancel));
                    break;
                case < 12 when acquires.Count > 0:
                    // The latest are the likeliest to be waiting, or being served at this very moment.
                    acquires[acquires.Count - 1 - random.Next(Math.Min(acquires.Count, 4))].Cancel.Cancel();
                    break;
                case 12 or 13:
                    Interlocked.Add(ref _direct, _limiter.AttemptAcquire().IsAcquired ? 1 : 0);
                    break;
                default:
                    _time.Advance(interval);
                    break;
            }
        }

        private sealed record Acquire(Task<RateLimitLease> Lease, CancellationTokenSource Cancel);
    }
}
