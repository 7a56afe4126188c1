using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>Plays a random script of acquires, cancellations, feedback and passing time on a manual clock.</summary>
internal sealed class Schedule : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _time = new();
    private readonly List<Waiting> _waiting = [];
    private readonly GrantLog _log = new();
    private readonly LockFreeRateLimiter _limiter;
    private readonly int _burst;
    private readonly int _rate;
    private readonly bool _oldestFirst;

    public Schedule(int seed)
    {
        _burst = 1 + (seed & 7);
        _rate = 1 + ((seed >> 3) % 997);
        _oldestFirst = (seed & 0x40000000) == 0;
        _limiter = new LockFreeRateLimiter(
            new LockFreeRateLimiterOptions
            {
                PermitsPerPeriod = _rate,
                MaximumPermitsPerPeriod = _rate,
                Period = Period,
                Burst = _burst,
                QueueLimit = 12,
                QueueOrder = _oldestFirst ? QueueProcessingOrder.OldestFirst : QueueProcessingOrder.NewestFirst,
            },
            _time
        );
    }

    /// <summary>True if the bound, the order, the counts and the wake-ups held throughout.</summary>
    public bool Play(ReadOnlySpan<int> script)
    {
        foreach (int step in script)
        {
            if (!Do(step & 7, step >> 3))
            {
                return false;
            }
        }

        // Everybody still waiting is served in the end: 12 places, a lowered rate and a closure take no longer.
        return Pass(TimeSpan.TicksPerHour)
            && _waiting.Count == 0
            && _limiter.GetStatistics() is { CurrentQueuedCount: 0 } end
            && end.CurrentAvailablePermits == _burst
            && _log.KeepsTo(_burst, _rate, Period);
    }

    public void Dispose() => _limiter.Dispose();

    private bool Do(int kind, int value) =>
        kind switch
        {
            0 => Attempt(value % (_burst + 1)),
            1 or 2 => Wait(1 + (value % _burst)),
            3 => Cancel(value),
            4 when value % 5 == 0 => Close(value),
            4 => Observe(value),
            5 => Pass(value % 50),
            _ => Pass(value % (3 * Period.Ticks / _rate)),
        };

    private bool Attempt(int permits)
    {
        if (_limiter.AttemptAcquire(permits).IsAcquired)
        {
            _log.Add(_time.GetTimestamp(), permits);
            return !_oldestFirst || _waiting.Count == 0;
        }

        return true;
    }

    private bool Wait(int permits)
    {
        CancellationTokenSource cancel = new();
        _waiting.Add(new Waiting(_limiter.AcquireAsync(permits, cancel.Token).AsTask(), permits, cancel));
        return Collect();
    }

    private bool Cancel(int value)
    {
        if (_waiting.Count > 0)
        {
            _waiting[value % _waiting.Count].Cancel.Cancel();
        }

        return Collect();
    }

    private bool Close(int value)
    {
        _limiter.CloseUntil(_time.GetUtcNow().AddTicks(value % (2 * Period.Ticks)));
        return true;
    }

    private bool Observe(int value)
    {
        _limiter.Observe(
            1 + (value % (2 * _rate)),
            value % 64,
            _time.GetUtcNow().AddTicks(value % (2 * Period.Ticks)),
            value % 3
        );
        return Collect();
    }

    private bool Pass(long ticks)
    {
        long end = _time.GetTimestamp() + ticks;
        bool rang = true;
        while (rang)
        {
            rang = _time.AdvanceToNextTimer(end);
            if (!Collect())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes note of those who were served; false if somebody was served before one who came earlier.</summary>
    private bool Collect()
    {
        bool inOrder = true;
        bool earlierWaits = false;
        foreach (Waiting waiter in _waiting)
        {
            if (waiter.Lease is { IsCompletedSuccessfully: true, Result.IsAcquired: true })
            {
                inOrder &= !(_oldestFirst && earlierWaits);
                _log.Add(_time.GetTimestamp(), waiter.Permits);
            }

            earlierWaits |= !waiter.Lease.IsCompleted;
        }

        _waiting.RemoveAll(w => w.Lease.IsCompleted);
        return inOrder;
    }

    private sealed record Waiting(Task<RateLimitLease> Lease, int Permits, CancellationTokenSource Cancel);
}
