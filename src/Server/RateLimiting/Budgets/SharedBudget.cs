namespace ClickUpMcp.RateLimiting;

/// <summary>The ledger of one shared budget: GCRA that grants in part, reserves ahead and takes back.</summary>
/// <remarks>Asked once per lease and never per request, so a plain lock is the simplest right thing.</remarks>
internal sealed class SharedBudget(BudgetOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly long _interval = options.IntervalTicks;

    /// <summary>The theoretical arrival time, in ticks since the start.</summary>
    private long _arrival;

    /// <summary>How often the budget was found full. Permits leased before that overflowed meanwhile.</summary>
    private long _overflows;

    public BudgetLease Lease(int atLeast, int atMost)
    {
        lock (_gate)
        {
            long now = Now();
            if (_arrival <= now)
            {
                _arrival = now;
                _overflows++;
            }

            long free = Math.Max(0, ((_interval * options.Burst) - (_arrival - now)) / _interval);
            long permits = Math.Clamp(free, atLeast, atMost);
            long due = _arrival + (_interval * (permits - options.Burst));
            TimeSpan startsIn = TimeSpan.FromTicks(Math.Max(0, due - now));
            if (startsIn > options.LongestReservation)
            {
                return new BudgetLease(0, startsIn - options.LongestReservation, TimeSpan.Zero, _overflows);
            }

            _arrival += _interval * permits;
            return new BudgetLease((int)permits, startsIn, options.LeaseLifetime, _overflows);
        }
    }

    /// <summary>Takes permits back, unless the budget was full since: then they would be granted a second time.</summary>
    public void Return(BudgetLease lease, int unspent)
    {
        lock (_gate)
        {
            if (lease.Stamp == _overflows)
            {
                _arrival -= _interval * Math.Clamp(unspent, 0, lease.Permits);
            }
        }
    }

    private long Now() => time.GetElapsedTime(_start).Ticks;
}
