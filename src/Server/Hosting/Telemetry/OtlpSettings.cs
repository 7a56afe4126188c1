using System.Globalization;

namespace ClickUpMcp.Hosting.Telemetry;

/// <summary>The table of OpenTelemetry's variables that are read; what they mean is defined there.</summary>
internal static class OtlpSettings
{
    /// <summary>The flag that names the collector.</summary>
    public const string EndpointFlag = "otlp-endpoint";

    private static readonly string[] Samplers =
    [
        "always_on",
        "always_off",
        "traceidratio",
        "parentbased_always_on",
        "parentbased_always_off",
        "parentbased_traceidratio",
    ];

    public static Setting[] All { get; } =
    [
        new(
            "otlpEndpoint",
            EndpointFlag,
            OtlpOptions.Endpoint,
            "URL",
            "collector for traces and metrics, as http://localhost:4318 (none)",
            (o, v) => Of(o).Variables[OtlpOptions.Endpoint] = Url(v)
        ),
        Row(
            "otlpProtocol",
            OtlpOptions.Protocol,
            "http/protobuf or grpc (http/protobuf)",
            v => OneOf(v, "http/protobuf", "grpc")
        ),
        Row("otlpHeaders", "OTEL_EXPORTER_OTLP_HEADERS", "headers for the collector, as key=value,key=value", Pairs),
        Row("otlpTimeout", "OTEL_EXPORTER_OTLP_TIMEOUT", "milliseconds for one export (10000)", Milliseconds),
        Row(
            "otlpCompression",
            "OTEL_EXPORTER_OTLP_COMPRESSION",
            "gzip or none (none)",
            v => OneOf(v, "gzip", OtlpOptions.None)
        ),
        Row(
            "otlpTemporality",
            "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
            "cumulative, delta or lowmemory (cumulative)",
            v => OneOf(v, "cumulative", "delta", "lowmemory")
        ),
        Row(
            "otlpTraces",
            OtlpOptions.TracesExporter,
            "otlp, or none for no traces (otlp)",
            v => OneOf(v, "otlp", OtlpOptions.None)
        ),
        Row(
            "otlpMetrics",
            OtlpOptions.MetricsExporter,
            "otlp, or none for no metrics (otlp)",
            v => OneOf(v, "otlp", OtlpOptions.None)
        ),
        Row(
            "otlpMetricInterval",
            "OTEL_METRIC_EXPORT_INTERVAL",
            "milliseconds between exports of metrics (60000)",
            Milliseconds
        ),
        Row(
            "otlpSampler",
            "OTEL_TRACES_SAMPLER",
            "which traces are kept (parentbased_always_on)",
            v => OneOf(v, Samplers)
        ),
        Row("otlpSamplerArgument", "OTEL_TRACES_SAMPLER_ARG", "the part that a ratio keeps, 0 to 1 (1)", Ratio),
        Row("otlpServiceName", "OTEL_SERVICE_NAME", "what this server is called (clickup-mcp)", v => v),
        Row("otlpResource", "OTEL_RESOURCE_ATTRIBUTES", "more about this server, as key=value,key=value", Pairs),
        Row(
            "otlpDisabled",
            OtlpOptions.Disabled,
            "true sends nothing (false)",
            v => SettingValues.Boolean(v) ? "true" : "false"
        ),
    ];

    private static OtlpOptions Of(ServerOptions options) => options.Otlp ??= new OtlpOptions();

    private static Setting Row(string key, string variable, string help, Func<string, string> read) =>
        new(key, null, variable, null, help, (o, v) => Of(o).Variables[variable] = read(v));

    private static string Url(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? url)
        && url.Scheme is "http" or "https"
        && url is { UserInfo: "", Query: "", Fragment: "" }
            ? value
            : throw new FormatException("an http or https URL without user, query or fragment");

    private static string OneOf(string value, params string[] allowed) =>
        allowed.Contains(value.ToLowerInvariant(), StringComparer.Ordinal)
            ? value.ToLowerInvariant()
            : throw new FormatException("one of " + string.Join(", ", allowed));

    private static string Pairs(string value) =>
        SettingValues.List(value).All(static pair => pair.IndexOf('=', StringComparison.Ordinal) > 0)
            ? value
            : throw new FormatException("pairs as key=value, separated by commas");

    private static string Milliseconds(string value) =>
        SettingValues.Integer(value, 1, int.MaxValue).ToString(CultureInfo.InvariantCulture);

    private static string Ratio(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double ratio)
        && ratio is >= 0 and <= 1
            ? value
            : throw new FormatException("a number from 0 to 1");
}
