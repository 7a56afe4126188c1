namespace ClickUpMcp.RateLimiting;

/// <summary>The alarm for the first waiter: armed only while somebody waits, and only for the next due time.</summary>
internal sealed class WakeUp(TimeProvider time, Action ring) : IDisposable
{
    private const long Unarmed = long.MinValue;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private long _armedFor = Unarmed;
    private ITimer? _timer;

    /// <summary>Sets the alarm to <paramref name="due"/>. Only for the one who serves the queue.</summary>
    public void Arm(long due, long now)
    {
        if (Interlocked.Exchange(ref _armedFor, due) == due)
        {
            return;
        }

        TimeSpan wait = time.GetElapsedTime(now, due).ToTimerDelay();
        _timer ??= Create();
        _timer.Change(wait < Longest ? wait : Longest, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Stops the alarm. Only for the one who serves the queue.</summary>
    public void Disarm()
    {
        if (Interlocked.Exchange(ref _armedFor, Unarmed) != Unarmed)
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _timer?.Dispose();

    private ITimer Create()
    {
        // The alarm outlives the call that first waits, and must not keep that call's context.
        using AsyncFlowControl? suppressed = ExecutionContext.IsFlowSuppressed()
            ? null
            : ExecutionContext.SuppressFlow();
        return time.CreateTimer(
            static state => ((WakeUp)state!).OnRing(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    private void OnRing()
    {
        // Forgotten first: if it rang early, the same due time must be armed again.
        Volatile.Write(ref _armedFor, Unarmed);
        ring();
    }
}
