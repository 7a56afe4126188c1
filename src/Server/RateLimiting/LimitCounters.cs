namespace ClickUpMcp.RateLimiting;

/// <summary>What the limits did since the start: numbers only, nothing of whom they were done to.</summary>
internal sealed class LimitCounters
{
    private readonly long[] _refusals = new long[Enum.GetValues<RefusalReason>().Length];
    private readonly long[] _retries = new long[Enum.GetValues<RetryReason>().Length];
    private long _requests;
    private long _rateLimited;
    private long _waits;
    private long _waitedTicks;
    private long _outages;

    /// <summary>Requests sent to the API, each attempt counted.</summary>
    public long Requests => Volatile.Read(ref _requests);

    /// <summary>Responses with 429.</summary>
    public long RateLimited => Volatile.Read(ref _rateLimited);

    /// <summary>Requests that had to wait for a permit or a place.</summary>
    public long Waits => Volatile.Read(ref _waits);

    /// <summary>The sum of those waits.</summary>
    public TimeSpan Waited => TimeSpan.FromTicks(Volatile.Read(ref _waitedTicks));

    /// <summary>How often the circuit breaker opened.</summary>
    public long Outages => Volatile.Read(ref _outages);

    public long Refusals(RefusalReason reason) => Volatile.Read(ref _refusals[(int)reason]);

    public long Retries(RetryReason reason) => Volatile.Read(ref _retries[(int)reason]);

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void CountRateLimited() => Interlocked.Increment(ref _rateLimited);

    public void CountWait() => Interlocked.Increment(ref _waits);

    public void CountWaited(TimeSpan waited) => Interlocked.Add(ref _waitedTicks, waited.Ticks);

    public void CountOutage() => Interlocked.Increment(ref _outages);

    public void Count(RefusalReason reason) => Interlocked.Increment(ref _refusals[(int)reason]);

    public void Count(RetryReason reason) => Interlocked.Increment(ref _retries[(int)reason]);
}
