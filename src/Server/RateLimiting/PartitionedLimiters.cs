using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>One limiter for each key (a hash, never the secret itself), found without a lock.</summary>
/// <remarks>
/// Idle partitions are looked for only when a new one is added: without arrivals the number does not grow, so no
/// timer is needed. A limiter is evicted only in the state a new one starts in, so eviction grants nothing twice.
/// </remarks>
internal sealed class PartitionedLimiters<TKey, TLimiter>(
    PartitionOptions options,
    Func<TLimiter> create,
    TimeProvider time
) : IDisposable
    where TKey : notnull, IEquatable<TKey>
    where TLimiter : RateLimiter, IRetirable
{
    private readonly ConcurrentDictionary<TKey, TLimiter> _partitions = new();
    private readonly TLimiter _overflow = create();
    private long _sweptAt = time.GetTimestamp();
    private int _count;

    /// <summary>Live partitions, without the shared one.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The key's limiter at present: for feedback, estimates and statistics.</summary>
    public TLimiter Get(TKey key) =>
        _partitions.TryGetValue(key, out TLimiter? limiter) && !limiter.IsRetired ? limiter : Add(key);

    public RateLimitLease AttemptAcquire(TKey key, int permitCount = 1)
    {
        while (true)
        {
            TLimiter limiter = Get(key);
            try
            {
                return limiter.AttemptAcquire(permitCount);
            }
            catch (ObjectDisposedException) when (limiter.IsRetired)
            {
                // Evicted between the look-up and the acquire: the next look-up finds a new one.
            }
        }
    }

    public ValueTask<RateLimitLease> AcquireAsync(
        TKey key,
        int permitCount = 1,
        CancellationToken cancellationToken = default
    )
    {
        while (true)
        {
            TLimiter limiter = Get(key);
            try
            {
                return limiter.AcquireAsync(permitCount, cancellationToken);
            }
            catch (ObjectDisposedException) when (limiter.IsRetired)
            {
                // As above.
            }
        }
    }

    /// <summary>Evicts the partitions that have been idle for <paramref name="idle"/>.</summary>
    public void Sweep(TimeSpan idle)
    {
        foreach (KeyValuePair<TKey, TLimiter> partition in _partitions)
        {
            if (partition.Value.TryRetire(idle))
            {
                Remove(partition);
            }
        }
    }

    public void Dispose()
    {
        foreach (KeyValuePair<TKey, TLimiter> partition in _partitions)
        {
            partition.Value.Dispose();
        }

        _overflow.Dispose();
    }

    private TLimiter Add(TKey key)
    {
        SweepIfDue();
        while (true)
        {
            if (_partitions.TryGetValue(key, out TLimiter? present))
            {
                if (!present.IsRetired)
                {
                    return present;
                }

                Remove(new KeyValuePair<TKey, TLimiter>(key, present));
            }

            if (Interlocked.Increment(ref _count) > options.Capacity)
            {
                Interlocked.Decrement(ref _count);
                return _overflow;
            }

            TLimiter added = create();
            if (_partitions.TryAdd(key, added))
            {
                return added;
            }

            Interlocked.Decrement(ref _count);
            added.Dispose();
        }
    }

    private void SweepIfDue()
    {
        long last = Volatile.Read(ref _sweptAt);
        long now = time.GetTimestamp();
        if (
            time.GetElapsedTime(last, now) < options.SweepEvery
            || Interlocked.CompareExchange(ref _sweptAt, now, last) != last
        )
        {
            return;
        }

        Sweep(options.IdleAfter);
        if (Count >= options.Capacity)
        {
            Sweep(TimeSpan.Zero);
        }
    }

    private void Remove(KeyValuePair<TKey, TLimiter> partition)
    {
        if (_partitions.TryRemove(partition))
        {
            Interlocked.Decrement(ref _count);
        }
    }
}
