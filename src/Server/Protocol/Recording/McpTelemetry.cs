using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Protocol.Recording;

/// <summary>Shows what clients ask for, by the MCP conventions of OpenTelemetry: a span for each message, and durations.</summary>
/// <remarks>Values are constants, names out of the catalogue, and numbers: nothing that a client or a tenant wrote.</remarks>
internal sealed class McpTelemetry : IDisposable
{
    /// <summary>The transport of a server over HTTP.</summary>
    public const string Tcp = "tcp";

    /// <summary>The transport of a server on the standard streams.</summary>
    public const string Pipe = "pipe";

    private readonly TimeProvider _time;
    private readonly string _transport;
    private readonly ActivitySource _source = new(LimitMeter.Name);
    private readonly Meter _meter = new(LimitMeter.Name);
    private readonly Histogram<double> _operations;
    private readonly Histogram<double> _sessions;

    /// <param name="transport">How messages come.</param>
    /// <param name="time">The clock.</param>
    public McpTelemetry(string transport, TimeProvider time)
    {
        _transport = transport;
        _time = time;
        _operations = CreateHistogram("mcp.server.operation.duration", "Time from a message to the end of its reply.");
        _sessions = CreateHistogram("mcp.server.session.duration", "Time from the start of a session to its end.");
    }

    /// <summary>Starts to show a message; null when it is none that is shown, or nobody listens.</summary>
    public McpOperation? Start(ReadOnlySpan<byte> bytes, in Envelope envelope, in MessageOrigin origin)
    {
        if (!envelope.HasMethod || !(_source.HasListeners() || _operations.Enabled))
        {
            return null;
        }

        string method = McpMethods.NameOf(envelope.Method);
        ActivityContext parent = TraceParent.Read(
            Encoding.UTF8.GetString(bytes[envelope.Parameters.TraceParent]),
            origin.TraceParent,
            out ActivityLink[]? links
        );
        Activity? current = Activity.Current;
        Activity? span = _source.StartActivity(
            method,
            ActivityKind.Server,
            parent,
            [new(McpOperation.MethodName, method)],
            links
        );
        if (origin.HttpVersion is { } version)
        {
            span?.SetTag("network.protocol.name", "http").SetTag("network.protocol.version", version);
        }

        // A thread that reads one message after the other is not within any of them.
        Activity.Current = current;
        return new McpOperation(_operations, _time, _transport, envelope.Method, span);
    }

    /// <summary>Counts a session that has ended.</summary>
    /// <param name="version">The revision that was agreed on, if it is known.</param>
    /// <param name="duration">How long it was open.</param>
    public void SessionEnded(string? version, TimeSpan duration)
    {
        TagList tags = new() { { McpOperation.Transport, _transport } };
        if (version is not null)
        {
            tags.Add(McpOperation.ProtocolVersion, version);
        }

        _sessions.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Shows a count that only grows.</summary>
    public void Observe(string name, Func<long> value) => _meter.CreateObservableCounter(name, value);

    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }

    private Histogram<double> CreateHistogram(string name, string description) =>
        _meter.CreateHistogram(
            name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300],
            }
        );
}
