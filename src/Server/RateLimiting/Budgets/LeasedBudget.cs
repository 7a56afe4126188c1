namespace ClickUpMcp.RateLimiting;

/// <summary>A node's share of a budget: spends a leased slice lock-free and leases the next when it is used up.</summary>
/// <param name="slice">Permits to ask for at once: more means fewer questions, and more stranded when load moves.</param>
internal sealed class LeasedBudget(IBudgetLeaser leaser, UInt128 budget, int slice, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private BudgetSlice _slice = new(default, 0, 0);
    private int _waiting;

    /// <summary>Spends from the slice in hand; false if it is used up, expired or not yet good.</summary>
    public bool TrySpend(int permits = 1) =>
        Volatile.Read(ref _waiting) == 0 && Volatile.Read(ref _slice).TrySpend(time.GetTimestamp(), permits);

    /// <summary>Spends as soon as the budget allows it; callers are served in the order in which they came.</summary>
    public ValueTask SpendAsync(int permits = 1, CancellationToken cancellationToken = default) =>
        TrySpend(permits) ? ValueTask.CompletedTask : new ValueTask(WaitAsync(permits, cancellationToken));

    /// <summary>Gives back what is left in hand: for a node that stops or has nothing to do.</summary>
    public ValueTask ReturnAsync(CancellationToken cancellationToken = default) =>
        ReturnRestAsync(Volatile.Read(ref _slice), cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task WaitAsync(int permits, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                await SpendInTurnAsync(permits, cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task SpendInTurnAsync(int permits, CancellationToken cancellationToken)
    {
        while (!_slice.TrySpend(time.GetTimestamp(), permits))
        {
            TimeSpan wait = _slice.CanServe(time.GetTimestamp(), permits)
                ? time.GetElapsedTime(time.GetTimestamp(), _slice.StartsAt)
                : await LeaseAsync(permits, cancellationToken);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait.ToTimerDelay(), time, cancellationToken);
            }
        }
    }

    /// <summary>Leases the next slice; the time to wait before it, or the next question, is worth trying.</summary>
    private async Task<TimeSpan> LeaseAsync(int permits, CancellationToken cancellationToken)
    {
        await ReturnRestAsync(_slice, cancellationToken);
        long asked = time.GetTimestamp();
        BudgetLease lease = await leaser.LeaseAsync(budget, permits, Math.Max(permits, slice), cancellationToken);
        long received = time.GetTimestamp();
        if (lease.Permits > 0)
        {
            // The leaser's clock started somewhere between request and response: the latest start and the earliest
            // end keep within its window whatever the way there and back took.
            Volatile.Write(
                ref _slice,
                new BudgetSlice(
                    lease,
                    received + time.ToTimestampTicks(lease.StartsIn),
                    asked + time.ToTimestampTicks(lease.StartsIn + lease.ValidFor)
                )
            );
        }

        return lease.StartsIn;
    }

    private async ValueTask ReturnRestAsync(BudgetSlice old, CancellationToken cancellationToken)
    {
        int rest = old.TakeRest();
        if (rest > 0)
        {
            await leaser.ReturnAsync(budget, old.Lease, rest, cancellationToken);
        }
    }
}
