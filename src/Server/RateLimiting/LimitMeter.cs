using System.Diagnostics.Metrics;

namespace ClickUpMcp.RateLimiting;

/// <summary>Shows <see cref="LimitCounters"/> to whoever listens to the meter; costs nothing while nobody does.</summary>
/// <remarks>Tags are reasons out of an enumeration: no tenant, token, path or host is ever one.</remarks>
internal sealed class LimitMeter : IDisposable
{
    public const string Name = "clickup-mcp";

    private readonly Meter _meter = new(Name);

    public LimitMeter(LimitCounters counters)
    {
        Observe("clickup.requests", () => counters.Requests);
        Observe("clickup.rate_limited", () => counters.RateLimited);
        Observe("clickup.waits", () => counters.Waits);
        Observe("clickup.outages", () => counters.Outages);
        _meter.CreateObservableCounter("clickup.waited", () => counters.Waited.TotalSeconds, "s");
        _meter.CreateObservableCounter("limits.refusals", () => ByReason<RefusalReason>(counters.Refusals));
        _meter.CreateObservableCounter("clickup.retries", () => ByReason<RetryReason>(counters.Retries));
    }

    public void Dispose() => _meter.Dispose();

    private void Observe(string name, Func<long> value) => _meter.CreateObservableCounter(name, value);

    private static IEnumerable<Measurement<long>> ByReason<TReason>(Func<TReason, long> count)
        where TReason : struct, Enum =>
        Enum.GetValues<TReason>()
            .Select(reason => new Measurement<long>(
                count(reason),
                new KeyValuePair<string, object?>("reason", reason.ToString())
            ));
}
