using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>One limiter for each key (a hash, never the secret itself), found without a lock; one is added under one.</summary>
/// <remarks>
/// Idle partitions are looked for only when a new one is added: without arrivals the number does not grow, so no
/// timer is needed. A limiter is evicted only in the state a new one starts in, so eviction grants nothing twice.
/// </remarks>
internal sealed class PartitionedLimiters<TKey, TLimiter>(
    PartitionOptions options,
    Func<TKey, TLimiter> create,
    TimeProvider time
) : IDisposable
    where TKey : struct, IEquatable<TKey>
    where TLimiter : RateLimiter, IRetirable
{
    private readonly ConcurrentDictionary<TKey, TLimiter> _partitions = new();
    private readonly Lock _adding = new();
    private readonly TLimiter _overflow = create(default);
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
        // Made outside the lock, which then holds nobody up longer than a look-up takes.
        return Find(key, null) ?? Find(key, create(key))!;
    }

    /// <summary>The key's limiter, or the shared one where there is no room; null when a new one has to be given.</summary>
    /// <remarks>Under a lock, so that several who add the same key at once are counted as the one partition they get.</remarks>
    private TLimiter? Find(TKey key, TLimiter? added)
    {
        lock (_adding)
        {
            TLimiter? found = FindPresent(key) ?? (Count < options.Capacity ? added : _overflow);
            if (found is null)
            {
                return null;
            }

            if (ReferenceEquals(found, added))
            {
                _partitions[key] = found;
                Interlocked.Increment(ref _count);
            }
            else
            {
                added?.Dispose();
            }

            return found;
        }
    }

    private TLimiter? FindPresent(TKey key)
    {
        if (!_partitions.TryGetValue(key, out TLimiter? present))
        {
            return null;
        }

        if (!present.IsRetired)
        {
            return present;
        }

        Remove(new KeyValuePair<TKey, TLimiter>(key, present));
        return null;
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
