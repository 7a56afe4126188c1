using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>Serves the waiters in order: one thread at a time, woken when the first of them is due.</summary>
/// <remarks>
/// Whoever changes something (an arrival, a cancellation, the alarm, a closing) asks for service. The first to ask
/// serves; the others only leave their request and go on, and the one who serves goes round again for them. So no
/// request is lost, nobody waits for a lock, and one alarm wakes one thread however many wait.
/// </remarks>
internal sealed class WaitQueue : IDisposable
{
    private readonly PermitBucket _bucket;
    private readonly TimeProvider _time;
    private readonly bool _newestFirst;
    private readonly int _limit;
    private readonly WaiterInbox _inbox = new();
    private readonly ConcurrentStack<Waiter> _forgotten = new();
    private readonly WaiterList _waiters = new();
    private readonly WakeUp _wakeUp;
    private int _requests;

    public WaitQueue(PermitBucket bucket, int limit, bool newestFirst, TimeProvider time)
    {
        _bucket = bucket;
        _time = time;
        _newestFirst = newestFirst;
        _limit = limit;
        _wakeUp = new WakeUp(time, Serve);
    }

    /// <summary>Queues for the permits; false if there is no place.</summary>
    public bool TryWait(
        int permits,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out Task<RateLimitLease>? lease
    )
    {
        Waiter waiter = new(this, permits);
        if (!TryTakePlaces(waiter.Places))
        {
            lease = null;
            return false;
        }

        waiter.CancelWith(cancellationToken);
        _inbox.Push(waiter);
        Serve();
        lease = waiter.Task;
        return true;
    }

    /// <summary>Closes the bucket for good and refuses all who wait.</summary>
    public void Dispose()
    {
        _bucket.Close();
        Serve();
    }

    /// <summary>Gives a settled waiter's places back.</summary>
    public void Leave(Waiter waiter) => _bucket.Unqueue(waiter.Places);

    /// <summary>Has a waiter that cancelled itself taken off the list.</summary>
    public void Forget(Waiter waiter)
    {
        _forgotten.Push(waiter);
        Serve();
    }

    /// <summary>Asks for service: returns when it was given or when the one who serves now will give it.</summary>
    public void Serve()
    {
        if (Interlocked.Increment(ref _requests) != 1)
        {
            return;
        }

        int served = 1;
        do
        {
            Round();
            served = Interlocked.Add(ref _requests, -served);
        } while (served != 0);
    }

    private bool TryTakePlaces(int places)
    {
        if (!_newestFirst)
        {
            return _bucket.TryQueue(places, _limit);
        }

        if (places > _limit)
        {
            return false;
        }

        _bucket.Queue(places);
        return true;
    }

    private void Round()
    {
        ListArrivals();
        while (_forgotten.TryPop(out Waiter? forgotten))
        {
            _waiters.Remove(forgotten);
        }

        if (_bucket.IsClosed)
        {
            RefuseAll();
        }
        else
        {
            MakeRoom();
            Grant();
        }
    }

    private void ListArrivals()
    {
        Waiter? arrival = _inbox.TakeAll();
        while (arrival is not null)
        {
            Waiter? next = arrival.Next;
            if (!arrival.IsSettled)
            {
                _waiters.Append(arrival);
            }

            arrival = next;
        }
    }

    private void Grant()
    {
        while ((_newestFirst ? _waiters.Newest : _waiters.Oldest) is { } waiter)
        {
            if (waiter.TryClaim())
            {
                long now = _time.GetTimestamp();
                long due = _bucket.TryTake(waiter.Permits, now);
                if (due <= now)
                {
                    waiter.Settle(GrantedLease.Instance);
                }
                else if (waiter.TryRelease())
                {
                    _wakeUp.Arm(due, now);
                    return;
                }
                else
                {
                    waiter.SettleCancelled();
                }
            }

            _waiters.Remove(waiter);
        }

        _wakeUp.Disarm();
    }

    /// <summary>Newest first takes arrivals beyond the limit in and refuses the oldest for them.</summary>
    private void MakeRoom()
    {
        while (_newestFirst && _bucket.Queued > _limit && _waiters.Oldest is { } oldest)
        {
            long now = _time.GetTimestamp();
            Refuse(oldest, new RefusedLease(_bucket.DueAt(_bucket.Queued, now), _time));
        }
    }

    private void RefuseAll()
    {
        // Retired: a new limiter stands ready, so the waiter may come again at once.
        RateLimitLease lease = _bucket.IsRetired ? new RefusedLease(_time.GetTimestamp(), _time) : ClosedLease.Instance;
        while (_waiters.Oldest is { } oldest)
        {
            Refuse(oldest, lease);
        }

        _wakeUp.Dispose();
    }

    private void Refuse(Waiter waiter, RateLimitLease lease)
    {
        if (waiter.TryClaim())
        {
            _bucket.CountRefusal();
            waiter.Settle(lease);
        }

        _waiters.Remove(waiter);
    }
}
