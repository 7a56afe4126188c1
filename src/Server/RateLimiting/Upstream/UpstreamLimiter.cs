using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>One credential's way to the API: so many requests a minute, and so many on their way at once.</summary>
/// <remarks>
/// A place comes first and the permit second. The other way round, permits would pile up behind slow responses and then
/// go out in one burst.
/// </remarks>
internal sealed class UpstreamLimiter : RateLimiter, IRetirable
{
    // So fast and so much saved up that nobody ever waits for it, but for a closure. Period and reserve are those of all.
    private static readonly LockFreeRateLimiterOptions Unpaced = new()
    {
        PermitsPerPeriod = 60_000_000,
        Burst = 10_000,
    };

    private readonly LockFreeRateLimiter _rate;
    private readonly ConcurrencyLimiter? _places;
    private readonly LeasedBudget? _shared;
    private readonly RefusalBackoff _backoff;
    private readonly TimeProvider _time;
    private readonly bool _isPaced;
    private readonly int _burst;
    private int _serverLimit;
    private int _users;
    private int _inFlight;

    /// <param name="options">How many a minute and at once.</param>
    /// <param name="breaker">The credential's own; see <see cref="Breaker"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="shared">This node's part of the budget where several share it; null where only one sends.</param>
    public UpstreamLimiter(
        UpstreamLimitOptions options,
        CircuitBreaker breaker,
        TimeProvider time,
        LeasedBudget? shared = null
    )
    {
        Breaker = breaker;
        _time = time;
        _backoff = new RefusalBackoff(time);
        _isPaced = options.PerMinute != 0;
        LockFreeRateLimiterOptions rate = _isPaced ? Paced(options) : Unpaced;
        _burst = rate.Burst;
        _shared = _isPaced ? shared : null;
        _rate = new LockFreeRateLimiter(rate with { QueueLimit = int.MaxValue }, time);
        if (options.MaxInFlight > 0)
        {
            _places = new ConcurrencyLimiter(
                new ConcurrencyLimiterOptions { PermitLimit = options.MaxInFlight, QueueLimit = int.MaxValue }
            );
        }
    }

    public bool IsRetired => _rate.IsRetired;

    /// <summary>Whether other nodes send with the same credential, so that each request asks for a permit of all.</summary>
    public bool IsShared => _shared is not null;

    /// <summary>Open while the API fails this credential's requests, which says nothing of another's.</summary>
    public CircuitBreaker Breaker { get; }

    public override TimeSpan? IdleDuration => Volatile.Read(ref _users) == 0 ? _rate.IdleDuration : null;

    /// <summary>Requests a minute at present; null when not paced.</summary>
    public int? PerMinute => _isPaced ? _rate.PermitsPerPeriod : null;

    /// <summary>Requests on their way.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Requests that wait for a place or a permit.</summary>
    public int Waiting => Math.Max(0, Volatile.Read(ref _users) - InFlight);

    /// <summary>How long a request that came now would wait, as far as the rate tells; slow responses may add to it.</summary>
    public TimeSpan EstimateDelay() => Longer(_rate.DelayOf(1 + Waiting), _shared);

    /// <summary>How long the first in line waits, which nobody behind it can undercut.</summary>
    public TimeSpan ShortestDelay() => Longer(_rate.DelayOf(1), _shared);

    /// <inheritdoc cref="LockFreeRateLimiter.Observe"/>
    public void Observe(int limit, int remaining, DateTimeOffset resetUtc)
    {
        if (_isPaced)
        {
            // The one whose response says so was counted.
            _rate.Observe(limit, remaining, resetUtc, Math.Max(0, InFlight - 1));
            Volatile.Write(ref _serverLimit, limit);
            _shared?.Observe(resetUtc, Math.Max(0, limit - remaining));
        }
    }

    /// <inheritdoc cref="LockFreeRateLimiter.CloseUntil"/>
    public void CloseUntil(DateTimeOffset instant)
    {
        _rate.CloseUntil(instant);
        _shared?.CloseUntil(instant, Terms);
    }

    /// <summary>Takes in a 429: grants nothing for as long as the API says, and for longer each time that one follows another.</summary>
    /// <returns>How long that is.</returns>
    public TimeSpan Refused(TimeSpan told)
    {
        TimeSpan closed = _backoff.Refused(told);
        CloseUntil(_time.GetUtcNow() + closed);
        return closed;
    }

    /// <summary>Takes in a response that is no 429.</summary>
    public void Accepted() => _backoff.Accepted();

    public override RateLimiterStatistics? GetStatistics() => _rate.GetStatistics();

    public bool TryRetire(TimeSpan idle) => Breaker.IsAsNew && Volatile.Read(ref _users) == 0 && _rate.TryRetire(idle);

    /// <summary>Gives a place back; the permit is spent.</summary>
    internal void Leave(RateLimitLease? place)
    {
        Interlocked.Decrement(ref _inFlight);
        Interlocked.Decrement(ref _users);
        place?.Dispose();
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        if (IsShared)
        {
            // The store is asked first, and that takes time.
            return ClosedLease.Instance;
        }

        Interlocked.Increment(ref _users);
        RateLimitLease? place = _places?.AttemptAcquire();
        try
        {
            return place is { IsAcquired: false }
                ? Refuse(place, place)
                : Enter(place, _rate.AttemptAcquire(permitCount));
        }
        catch (ObjectDisposedException) when (IsRetired)
        {
            return Refuse(ClosedLease.Instance, place);
        }
    }

    /// <summary>Waits for a place, then for a permit; a retired limiter refuses, and the caller gets the new one.</summary>
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        int permitCount,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _users);
        RateLimitLease? place = null;
        try
        {
            place = _places is null ? null : await _places.AcquireAsync(1, cancellationToken);
            RateLimitLease permit = await _rate.AcquireAsync(permitCount, cancellationToken);
            if (permit.IsAcquired && _shared is not null)
            {
                await _shared.SpendAsync(Terms, cancellationToken);
            }

            return Enter(place, permit);
        }
        catch (ObjectDisposedException) when (IsRetired)
        {
            return Refuse(ClosedLease.Instance, place);
        }
        catch
        {
            Refuse(ClosedLease.Instance, place);
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rate.Dispose();
            _shared?.Dispose();
            _places?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static LockFreeRateLimiterOptions Paced(UpstreamLimitOptions options)
    {
        int ceiling = options.PerMinute ?? int.MaxValue;
        int start = Math.Min(ceiling, UpstreamLimitOptions.Usual);
        return new LockFreeRateLimiterOptions
        {
            PermitsPerPeriod = start,
            MaximumPermitsPerPeriod = ceiling,
            Burst = Math.Min(options.Burst, start),
        };
    }

    private static TimeSpan Longer(TimeSpan delay, LeasedBudget? shared) =>
        shared?.Delay is { } leased && leased > delay ? leased : delay;

    /// <summary>What all nodes together may send, as this one knows it.</summary>
    private BudgetTerms Terms
    {
        get
        {
            int permits = _rate.PermitsPerPeriod;
            int limit = Volatile.Read(ref _serverLimit) is > 0 and var told ? told : permits;
            int reserve = (int)((((long)limit * Unpaced.ReservePercent) + 99) / 100);
            return new BudgetTerms(permits, Unpaced.Period, Math.Min(_burst, permits), Math.Max(1, limit - reserve));
        }
    }

    private RateLimitLease Enter(RateLimitLease? place, RateLimitLease permit)
    {
        if (!permit.IsAcquired)
        {
            return Refuse(permit, place);
        }

        Interlocked.Increment(ref _inFlight);
        return new UpstreamLease(this, place);
    }

    private RateLimitLease Refuse(RateLimitLease refusal, RateLimitLease? place)
    {
        Interlocked.Decrement(ref _users);
        place?.Dispose();
        return refusal;
    }
}
