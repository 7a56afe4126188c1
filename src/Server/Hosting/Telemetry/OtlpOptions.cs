namespace ClickUpMcp.Hosting.Telemetry;

/// <summary>Where traces and metrics go, in OpenTelemetry's own variables.</summary>
internal sealed record OtlpOptions
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    public const string TracesExporter = "OTEL_TRACES_EXPORTER";
    public const string MetricsExporter = "OTEL_METRICS_EXPORTER";
    public const string Disabled = "OTEL_SDK_DISABLED";
    public const string None = "none";

    /// <summary>What was configured, by the name of the variable.</summary>
    public Dictionary<string, string?> Variables { get; } = new() { [Protocol] = "http/protobuf" };

    /// <summary>For what is left when the server stops: a collector that is down must not hold it up.</summary>
    public TimeSpan LastMoment { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether spans are sent.</summary>
    public bool SendsTraces => IsOn && Variables.GetValueOrDefault(TracesExporter) != None;

    /// <summary>Whether metrics are sent.</summary>
    public bool SendsMetrics => IsOn && Variables.GetValueOrDefault(MetricsExporter) != None;

    /// <summary>Whether there is a collector, and it is wanted.</summary>
    public bool IsOn => Variables.ContainsKey(Endpoint) && Variables.GetValueOrDefault(Disabled) != "true";
}
