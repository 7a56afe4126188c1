namespace ClickUpMcp.RateLimiting;

/// <summary>GCRA on one word: every change of the budget is one compare-and-swap of its arrival time.</summary>
internal sealed class PermitBucket
{
    private readonly TimeProvider _time;
    private readonly int _burst;
    private Pace _pace;
    private PermitState _state;

    public PermitBucket(Pace pace, int burst, TimeProvider time)
    {
        _time = time;
        _burst = burst;
        _pace = pace;
        _state.Arrival = time.GetTimestamp();
    }

    public Pace Pace => Volatile.Read(ref _pace);

    public long Gate => Volatile.Read(ref _state.Gate);

    public bool IsClosed => (Gate & PermitState.Closed) != 0;

    /// <summary>Places taken in the queue.</summary>
    public long Queued => Gate & ~PermitState.Closed;

    public long Granted => Volatile.Read(ref _state.Granted);

    public long Refused => Volatile.Read(ref _state.Refused);

    public bool IsRetired => Volatile.Read(ref _state.Arrival) >= PermitState.Never;

    /// <summary>Takes the permits if they have accrued by <paramref name="now"/>; 0 only asks whether one is free.</summary>
    /// <returns>When they are due: not after <paramref name="now"/> means taken.</returns>
    public long TryTake(int permits, long now)
    {
        Pace pace = _pace;
        long price = pace.Interval * Math.Max(permits, 1);
        long arrival = Volatile.Read(ref _state.Arrival);
        while (true)
        {
            long next = Math.Max(arrival, now) + price;
            long due = next - pace.Tolerance;
            if (due > now)
            {
                return due;
            }

            if (permits == 0)
            {
                return now;
            }

            long seen = Interlocked.CompareExchange(ref _state.Arrival, next, arrival);
            if (seen == arrival)
            {
                Interlocked.Increment(ref _state.Granted);
                return due;
            }

            arrival = seen;
        }
    }

    /// <summary>When <paramref name="permits"/> would be free if nobody took any until then.</summary>
    public long DueAt(long permits, long now)
    {
        Pace pace = Pace;
        Int128 due =
            (Int128)Math.Max(Volatile.Read(ref _state.Arrival), now)
            + ((Int128)pace.Interval * Math.Max(permits, 1))
            - pace.Tolerance;
        return (long)Int128.Min(due, PermitState.Never);
    }

    /// <summary>Permits free at <paramref name="now"/>.</summary>
    public long Available(long now)
    {
        Pace pace = Pace;
        long debt = Math.Max(0, Volatile.Read(ref _state.Arrival) - now);
        return Math.Max(0, (pace.Tolerance - debt) / pace.Interval);
    }

    /// <summary>How long the burst has been full; null while permits still accrue or somebody waits.</summary>
    public TimeSpan? IdleDuration
    {
        get
        {
            long now = _time.GetTimestamp();
            long arrival = Volatile.Read(ref _state.Arrival);
            return Gate == 0 && arrival <= now ? _time.GetElapsedTime(arrival, now) : null;
        }
    }

    /// <summary>Lets the debt run to <paramref name="arrival"/>, unless it already runs further.</summary>
    public void RaiseTo(long arrival)
    {
        long current = Volatile.Read(ref _state.Arrival);
        while (current < arrival)
        {
            long seen = Interlocked.CompareExchange(ref _state.Arrival, arrival, current);
            if (seen == current)
            {
                return;
            }

            current = seen;
        }
    }

    /// <summary>Changes the rate; the debt keeps its number of permits, and a closure keeps its instant.</summary>
    /// <returns>True if the rate is another one now.</returns>
    public bool Reprice(int permitsPerPeriod, TimeSpan period)
    {
        Pace current = Pace;
        if (permitsPerPeriod == current.PermitsPerPeriod)
        {
            return false;
        }

        Pace next = Pace.Create(permitsPerPeriod, period, _burst, _time);
        if (Interlocked.CompareExchange(ref _pace, next, current) != current)
        {
            return false;
        }

        long now = _time.GetTimestamp();
        long arrival = Volatile.Read(ref _state.Arrival);
        while (arrival > now && arrival < PermitState.Never)
        {
            long seen = Interlocked.CompareExchange(ref _state.Arrival, Repriced(arrival, now, current, next), arrival);
            if (seen == arrival)
            {
                break;
            }

            arrival = seen;
        }

        return true;
    }

    /// <summary>Ends the bucket's life if nobody has used it for <paramref name="idle"/>.</summary>
    /// <remarks>Sealing the word itself makes the swap of every acquire that had read it fail.</remarks>
    public bool TryRetire(TimeSpan idle)
    {
        long now = _time.GetTimestamp();
        long arrival = Volatile.Read(ref _state.Arrival);
        return Gate == 0
            && arrival <= now
            && _time.GetElapsedTime(arrival, now) >= idle
            && Interlocked.CompareExchange(ref _state.Arrival, PermitState.Never, arrival) == arrival;
    }

    public void Close() => Interlocked.Or(ref _state.Gate, PermitState.Closed);

    /// <summary>Takes places in the queue if there are so many.</summary>
    public bool TryQueue(int places, int limit)
    {
        long gate = Gate;
        while ((gate & ~PermitState.Closed) + places <= limit)
        {
            long seen = Interlocked.CompareExchange(ref _state.Gate, gate + places, gate);
            if (seen == gate)
            {
                return true;
            }

            gate = seen;
        }

        return false;
    }

    public void Queue(int places) => Interlocked.Add(ref _state.Gate, places);

    public void Unqueue(int places) => Interlocked.Add(ref _state.Gate, -places);

    public void CountRefusal() => Interlocked.Increment(ref _state.Refused);

    private static long Repriced(long arrival, long now, Pace from, Pace to)
    {
        long firstFree = arrival + from.Interval - from.Tolerance;
        return firstFree >= now
            ? to.FirstFreeAt(firstFree)
            : now + (long)(((Int128)(arrival - now) * to.Interval + from.Interval - 1) / from.Interval);
    }
}
