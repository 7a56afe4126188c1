using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>A rate limiter (GCRA) whose budget is one word moved by compare-and-swap.</summary>
/// <remarks>
/// An acquire takes no lock, sets no timer and allocates nothing; a row of refusals shares one lease. Only waiting
/// allocates. The design, its proofs and its measurements are in docs/rate-limiting.md.
/// </remarks>
internal sealed class LockFreeRateLimiter : RateLimiter, IRetirable
{
    private readonly LockFreeRateLimiterOptions _options;
    private readonly TimeProvider _time;
    private readonly PermitBucket _bucket;
    private readonly WaitQueue _queue;

    /// <summary>Bits of the gate that keep an acquire from the word: newest first may overtake waiters.</summary>
    private readonly long _barrier;
    private RefusedLease _refusal;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LockFreeRateLimiter(LockFreeRateLimiterOptions options, TimeProvider time)
    {
        LockFreeRateLimiterOptions.Validate(options);
        _options = options;
        _time = time;
        Pace pace = Pace.Create(options.PermitsPerPeriod, options.Period, options.Burst, time);
        bool newestFirst = options.QueueOrder == QueueProcessingOrder.NewestFirst;
        _bucket = new PermitBucket(pace, options.Burst, time);
        _queue = new WaitQueue(_bucket, options.QueueLimit, newestFirst, time);
        _barrier = newestFirst ? PermitState.Closed : -1;
        _refusal = new RefusedLease(long.MinValue, time);
    }

    public bool IsRetired => _bucket.IsRetired;

    /// <summary>Permits per period at present: configured, or learned from the server.</summary>
    public int PermitsPerPeriod => _bucket.Pace.PermitsPerPeriod;

    public override TimeSpan? IdleDuration => _bucket.IdleDuration;

    public override RateLimiterStatistics GetStatistics() =>
        new()
        {
            CurrentAvailablePermits = _bucket.Available(_time.GetTimestamp()),
            CurrentQueuedCount = _bucket.Queued,
            TotalSuccessfulLeases = _bucket.Granted,
            TotalFailedLeases = _bucket.Refused,
        };

    /// <summary>How long an acquire that came now would wait, behind all who wait already.</summary>
    public TimeSpan EstimateDelay(int permitCount = 1) => DelayOf(permitCount + _bucket.Queued);

    /// <summary>How long until so many permits are free, if nobody takes one before.</summary>
    public TimeSpan DelayOf(long permits)
    {
        long now = _time.GetTimestamp();
        long due = _bucket.DueAt(permits, now);
        return due > now ? _time.GetElapsedTime(now, due) : TimeSpan.Zero;
    }

    /// <summary>Takes in what the server says about the budget that all users of the token share.</summary>
    /// <param name="limit">Requests per period that the server allows.</param>
    /// <param name="remaining">Requests left in the server's present window.</param>
    /// <param name="resetUtc">When that window ends.</param>
    /// <param name="inFlight">Our own requests that the server may not have counted yet.</param>
    public void Observe(int limit, int remaining, DateTimeOffset resetUtc, int inFlight = 0)
    {
        bool repriced =
            limit > 0 && _bucket.Reprice(Math.Min(limit, _options.MaximumPermitsPerPeriod), _options.Period);
        long now = _time.GetTimestamp();
        long left = Ticks(resetUtc - _time.GetUtcNow(), _options.Period);
        if (limit > 0 && left > 0)
        {
            int reserve = (int)((((long)limit * _options.ReservePercent) + 99) / 100);
            _bucket.RaiseTo(Feedback.Arrival(_bucket.Pace, now, left, Math.Min(remaining, limit), reserve + inFlight));
        }

        if (repriced && _bucket.Queued != 0)
        {
            _queue.Serve();
        }
    }

    /// <summary>Grants nothing before <paramref name="instant"/>; from then on one permit, and more as they accrue.</summary>
    public void CloseUntil(DateTimeOffset instant)
    {
        long left = Ticks(instant - _time.GetUtcNow(), _options.LongestClosure);
        if (left > 0)
        {
            _bucket.RaiseTo(_bucket.Pace.FirstFreeAt(_time.GetTimestamp() + left));
        }
    }

    public bool TryRetire(TimeSpan idle)
    {
        if (!_bucket.TryRetire(idle))
        {
            return false;
        }

        Dispose();
        return true;
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, _options.Burst);
        return TryTake(permitCount, out long due) ? GrantedLease.Instance : Refuse(due);
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, _options.Burst);
        if (TryTake(permitCount, out long due))
        {
            return new ValueTask<RateLimitLease>(GrantedLease.Instance);
        }

        ThrowIfClosed();
        return _queue.TryWait(permitCount, cancellationToken, out Task<RateLimitLease>? lease)
            ? new ValueTask<RateLimitLease>(lease)
            : new ValueTask<RateLimitLease>(Refuse(due));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _queue.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        _queue.Dispose();
        return base.DisposeAsyncCore();
    }

    private bool TryTake(int permits, out long due)
    {
        long now = _time.GetTimestamp();
        if ((_bucket.Gate & _barrier) != 0)
        {
            due = _bucket.DueAt(permits + _bucket.Queued, now);
            return false;
        }

        due = _bucket.TryTake(permits, now);
        return due <= now;
    }

    private RefusedLease Refuse(long due)
    {
        ThrowIfClosed();
        _bucket.CountRefusal();
        RefusedLease refusal = Volatile.Read(ref _refusal);
        if (refusal.Due != due)
        {
            refusal = new RefusedLease(due, _time);
            Volatile.Write(ref _refusal, refusal);
        }

        return refusal;
    }

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_bucket.IsClosed || _bucket.IsRetired, this);

    private long Ticks(TimeSpan span, TimeSpan longest) => _time.ToTimestampTicks(span < longest ? span : longest);
}
