using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Hosting;

/// <summary>The three tiers of limits of one process: calls a minute, calls a day, requests to ClickUp.</summary>
internal sealed class LimitTiers : IDisposable
{
    private readonly CallLimitOptions _callOptions;
    private readonly UpstreamLimitOptions _upstreamOptions;
    private readonly LimitCounters _counters = new();
    private readonly LimitMeter _meter;

    /// <param name="options">What is configured.</param>
    /// <param name="time">The clock.</param>
    /// <param name="days">Counts days; null to do so in memory.</param>
    /// <param name="budgets">Where nodes share what they may send; null where there is one.</param>
    public LimitTiers(ServerOptions options, TimeProvider time, IDailyQuota? days = null, IBudgetLeaser? budgets = null)
    {
        _callOptions = new CallLimitOptions { PerMinute = options.CallsPerMinute, PerDay = options.CallsPerDay };
        Session = options.SessionBudget with { Repeats = options.RepeatLimit };
        _upstreamOptions = options.Sandbox
            ? new UpstreamLimitOptions { PerMinute = 0, MaxInFlight = 0 }
            : new UpstreamLimitOptions { PerMinute = options.UpstreamPerMinute, MaxInFlight = options.MaxInFlight };
        Calls = new CallLimits(_callOptions, days ?? new InMemoryDailyQuota(time), _counters, time);
        Upstream = new UpstreamGate(_upstreamOptions, _counters, time, budgets: budgets);
        _meter = new LimitMeter(_counters);
    }

    public CallLimits Calls { get; }

    /// <summary>What each session may use.</summary>
    public SessionLimits Session { get; }

    public UpstreamGate Upstream { get; }

    public LimitsSnapshot Snapshot() =>
        new()
        {
            CallsPerMinute = _callOptions.PerMinute,
            CallsPerDay = _callOptions.PerDay,
            UpstreamPerMinute = _upstreamOptions.PerMinute,
            MaxInFlight = _upstreamOptions.MaxInFlight,
            Principals = Calls.Principals,
            Credentials = Upstream.Credentials,
            IsCircuitOpen = Upstream.Connection.IsOpen,
            Outages = _counters.Outages,
            Requests = _counters.Requests,
            RateLimited = _counters.RateLimited,
            Waits = _counters.Waits,
            Waited = _counters.Waited,
            Refusals = ByReason<RefusalReason>(_counters.Refusals),
            Retries = ByReason<RetryReason>(_counters.Retries),
        };

    public void Dispose()
    {
        _meter.Dispose();
        Calls.Dispose();
        Upstream.Dispose();
    }

    private static Dictionary<string, long> ByReason<TReason>(Func<TReason, long> count)
        where TReason : struct, Enum => Enum.GetValues<TReason>().ToDictionary(reason => reason.ToString(), count);
}
