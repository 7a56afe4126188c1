using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>The measured loops; they need no benchmark framework, so that native code can run them as well.</summary>
internal static class AcquireLoop
{
    /// <summary>Acquires so often; the number of grants.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run(RateLimiter limiter, int times)
    {
        int granted = 0;
        for (int i = 0; i < times; i++)
        {
            granted += limiter.AttemptAcquire().IsAcquired ? 1 : 0;
        }

        return granted;
    }

    /// <summary>The same for a limiter whose permits must be given back.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int RunAndRelease(RateLimiter limiter, int times)
    {
        int granted = 0;
        for (int i = 0; i < times; i++)
        {
            using RateLimitLease lease = limiter.AttemptAcquire();
            granted += lease.IsAcquired ? 1 : 0;
        }

        return granted;
    }

    /// <summary>Acquires by key, from one key to the next of a thousand.</summary>
    public static int RunKeys(this PartitionedLimiters<UInt128, LockFreeRateLimiter> limiters, int times)
    {
        int granted = 0;
        for (int i = 0; i < times; i++)
        {
            granted += limiters.AttemptAcquire((UInt128)(i % Limiters.Keys)).IsAcquired ? 1 : 0;
        }

        return granted;
    }

    public static int RunKeys(this PartitionedRateLimiter<UInt128> limiters, int times)
    {
        int granted = 0;
        for (int i = 0; i < times; i++)
        {
            granted += limiters.AttemptAcquire((UInt128)(i % Limiters.Keys)).IsAcquired ? 1 : 0;
        }

        return granted;
    }

    /// <summary>What no limiter of this kind can go below: one reading of the clock and one compare-and-swap.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Floor(StrongBox<long> word, TimeProvider time, int times)
    {
        int swapped = 0;
        for (int i = 0; i < times; i++)
        {
            long seen = Volatile.Read(ref word.Value);
            long now = time.GetTimestamp();
            swapped += Interlocked.CompareExchange(ref word.Value, now, seen) == seen ? 1 : 0;
        }

        return swapped;
    }
}
