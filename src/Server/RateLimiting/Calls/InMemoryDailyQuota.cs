using System.Collections.Concurrent;

namespace ClickUpMcp.RateLimiting;

/// <summary>Counts days in this process's memory: a restart forgives what was used.</summary>
internal sealed class InMemoryDailyQuota(TimeProvider time) : IDailyQuota
{
    private readonly ConcurrentDictionary<UInt128, int> _used = new();
    private readonly Lock _gate = new();
    private long _day;

    public ValueTask<TimeSpan?> SpendAsync(UInt128 licence, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset now = time.GetUtcNow();
        StartDay(now.UtcTicks / TimeSpan.TicksPerDay);

        // Counts on beyond the limit instead of comparing first, so two calls cannot both take the last one.
        int used = _used.AddOrUpdate(licence, 1, static (_, count) => count == int.MaxValue ? count : count + 1);
        TimeSpan? wait = limit == 0 || used <= limit ? null : TimeSpan.FromDays(1) - now.UtcDateTime.TimeOfDay;
        return new ValueTask<TimeSpan?>(wait);
    }

    private void StartDay(long day)
    {
        if (Volatile.Read(ref _day) == day)
        {
            return;
        }

        lock (_gate)
        {
            if (_day != day)
            {
                _used.Clear();
                Volatile.Write(ref _day, day);
            }
        }
    }
}
