using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Api;

/// <summary>What all clients of the process share on the way to ClickUp's host: limits and a circuit breaker by credential, and one breaker for the connection.</summary>
internal sealed class UpstreamGate : IDisposable
{
    private readonly PartitionedLimiters<UInt128, UpstreamLimiter> _limiters;

    public UpstreamGate(
        UpstreamLimitOptions options,
        LimitCounters counters,
        TimeProvider time,
        CircuitBreakerOptions? breaker = null,
        PartitionOptions? partitions = null,
        IBudgetLeaser? budgets = null,
        ResponseTurns? responses = null
    )
    {
        Counters = counters;
        Responses = responses ?? new ResponseTurns(time);
        CircuitBreakerOptions circuit = breaker ?? new CircuitBreakerOptions();
        Connection = new CircuitBreaker(circuit, counters, time);
        _limiters = new(
            partitions ?? new PartitionOptions(),
            credential => new UpstreamLimiter(
                options,
                new CircuitBreaker(circuit, counters, time),
                time,
                budgets is null ? null : new LeasedBudget(budgets, credential, time)
            ),
            time
        );
    }

    public LimitCounters Counters { get; }

    /// <summary>Open while no connection to the host can be made, which is every credential's trouble.</summary>
    public CircuitBreaker Connection { get; }

    /// <summary>Large responses come into memory in turns.</summary>
    public ResponseTurns Responses { get; }

    /// <summary>Credentials used lately.</summary>
    public int Credentials => _limiters.Count;

    /// <summary>The limiter of a credential at present.</summary>
    /// <param name="credential">See <see cref="ClickUpCredentials.Fingerprint"/>.</param>
    public UpstreamLimiter LimiterOf(UInt128 credential) => _limiters.Get(credential);

    public void Dispose()
    {
        _limiters.Dispose();
        Responses.Dispose();
    }
}
