using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>One acquire that waits; whoever moves its state out of waiting settles it, and nobody else.</summary>
internal sealed class Waiter(WaitQueue queue, int permits)
    : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private const int Waiting = 0;
    private const int Claimed = 1;
    private const int CancelRequested = 2;
    private const int Settled = 3;

    private int _state;
    private CancellationTokenRegistration _registration;

    public int Permits => permits;

    /// <summary>Places in the queue; an acquire of no permits takes one, or it could be queued without bound.</summary>
    public int Places => Math.Max(1, permits);

    public Waiter? Previous { get; set; }

    public Waiter? Next { get; set; }

    public bool IsListed { get; set; }

    public bool IsSettled => Volatile.Read(ref _state) == Settled;

    /// <summary>Called before anybody else can see the waiter, so that the one who settles it finds the registration.</summary>
    public void CancelWith(CancellationToken cancellationToken) =>
        _registration = cancellationToken.UnsafeRegister(
            static (waiter, token) => ((Waiter)waiter!).OnCancelled(token),
            this
        );

    /// <summary>Holds cancellation off while the permits are taken.</summary>
    public bool TryClaim() => Interlocked.CompareExchange(ref _state, Claimed, Waiting) == Waiting;

    /// <summary>Goes back to waiting; false if it was cancelled meanwhile, and the caller must settle that.</summary>
    public bool TryRelease() => Interlocked.CompareExchange(ref _state, Waiting, Claimed) == Claimed;

    /// <summary>Hands the lease over. Only for the holder of the claim.</summary>
    public void Settle(RateLimitLease lease)
    {
        End();
        TrySetResult(lease);
    }

    /// <summary>Gives up. Only for the holder of the claim, after a failed release.</summary>
    public void SettleCancelled()
    {
        End();
        TrySetCanceled(_registration.Token);
    }

    private void End()
    {
        Volatile.Write(ref _state, Settled);
        // Not Dispose: that would wait for a callback that may be waiting to be told.
        _registration.Unregister();
        queue.Leave(this);
    }

    private void OnCancelled(CancellationToken token)
    {
        while (true)
        {
            int state = Interlocked.CompareExchange(ref _state, Settled, Waiting);
            if (state == Waiting)
            {
                queue.Leave(this);
                TrySetCanceled(token);
                queue.Forget(this);
                return;
            }

            if (state != Claimed || Interlocked.CompareExchange(ref _state, CancelRequested, Claimed) == Claimed)
            {
                return;
            }
        }
    }
}
