namespace ClickUpMcp.RateLimiting;

/// <summary>Where arrivals are left for the one who serves the queue: a stack moved by compare-and-swap.</summary>
internal sealed class WaiterInbox
{
    private Waiter? _top;

    public void Push(Waiter waiter)
    {
        Waiter? top = Volatile.Read(ref _top);
        while (true)
        {
            waiter.Next = top;
            Waiter? seen = Interlocked.CompareExchange(ref _top, waiter, top);
            if (seen == top)
            {
                return;
            }

            top = seen;
        }
    }

    /// <summary>Takes all arrivals; the first is the oldest, the rest follow by <see cref="Waiter.Next"/>.</summary>
    public Waiter? TakeAll()
    {
        Waiter? newest = Interlocked.Exchange(ref _top, null);
        Waiter? oldest = null;
        while (newest is not null)
        {
            Waiter? older = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = older;
        }

        return oldest;
    }
}
