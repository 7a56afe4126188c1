namespace ClickUpMcp.RateLimiting;

/// <summary>A lease in a node's hands: permits counted down by compare-and-swap between two instants.</summary>
internal sealed class BudgetSlice(BudgetLease lease, long startsAt, long endsAt)
{
    private int _left = lease.Permits;

    public BudgetLease Lease => lease;

    /// <summary>The timestamp from which the permits may be spent.</summary>
    public long StartsAt => startsAt;

    /// <summary>True while the slice can still serve <paramref name="permits"/>, now or once it starts.</summary>
    public bool CanServe(long now, int permits) => now < endsAt && Volatile.Read(ref _left) >= permits;

    public bool TrySpend(long now, int permits)
    {
        int left = Volatile.Read(ref _left);
        while (left >= permits && now >= startsAt && now < endsAt)
        {
            int seen = Interlocked.CompareExchange(ref _left, left - permits, left);
            if (seen == left)
            {
                return true;
            }

            left = seen;
        }

        return false;
    }

    /// <summary>Empties the slice, to give the rest back.</summary>
    public int TakeRest() => Interlocked.Exchange(ref _left, 0);
}
