namespace ClickUpMcp.RateLimiting;

/// <summary>The waiters in the order of their arrival; touched only by the one who serves the queue.</summary>
internal sealed class WaiterList
{
    public Waiter? Oldest { get; private set; }

    public Waiter? Newest { get; private set; }

    public void Append(Waiter waiter)
    {
        waiter.IsListed = true;
        waiter.Next = null;
        waiter.Previous = Newest;
        if (Newest is null)
        {
            Oldest = waiter;
        }
        else
        {
            Newest.Next = waiter;
        }

        Newest = waiter;
    }

    /// <summary>Takes a waiter out; does nothing if it is out already.</summary>
    public void Remove(Waiter waiter)
    {
        if (!waiter.IsListed)
        {
            return;
        }

        waiter.IsListed = false;
        if (waiter.Previous is null)
        {
            Oldest = waiter.Next;
        }
        else
        {
            waiter.Previous.Next = waiter.Next;
        }

        if (waiter.Next is null)
        {
            Newest = waiter.Previous;
        }
        else
        {
            waiter.Next.Previous = waiter.Previous;
        }

        waiter.Next = waiter.Previous = null;
    }
}
