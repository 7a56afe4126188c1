using System.Diagnostics;
using System.Diagnostics.Metrics;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Api;

/// <summary>Where spans and durations of requests to ClickUp go; one for the process.</summary>
internal sealed class UpstreamTelemetry : IDisposable
{
    private readonly Meter _meter = new(LimitMeter.Name);

    public UpstreamTelemetry() =>
        Duration = _meter.CreateHistogram(
            "http.client.request.duration",
            "s",
            "Duration of requests to ClickUp, each attempt on its own.",
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
            }
        );

    public ActivitySource Source { get; } = new(LimitMeter.Name);

    public Histogram<double> Duration { get; }

    /// <summary>Whether anybody listens.</summary>
    public bool IsWanted => Source.HasListeners() || Duration.Enabled;

    public void Dispose()
    {
        Source.Dispose();
        _meter.Dispose();
    }
}
