using ClickUpMcp.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ClickUpMcp.Hosting.Telemetry;

/// <summary>Sends what the program shows of itself to a collector, in the background.</summary>
/// <remarks>Only this type and <see cref="MetricsPage"/> know the OpenTelemetry SDK; without a collector it is never made.</remarks>
internal sealed class OtlpExport : IAsyncDisposable
{
    /// <summary>Kestrel's own; its values are constants, numbers and our routes.</summary>
    public const string HttpServerMeter = "Microsoft.AspNetCore.Hosting";

    private readonly IConfiguration _configuration;
    private readonly ILogger _logger;
    private readonly int _lastMoment;
    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    public OtlpExport(OtlpOptions options, ILogger logger)
    {
        // The SDK's own would be the environment, past the table of settings.
        _configuration = new ConfigurationBuilder().AddInMemoryCollection(options.Variables).Build();
        _logger = logger;
        _lastMoment = (int)options.LastMoment.TotalMilliseconds;
        _traces = options.SendsTraces
            ? Sdk.CreateTracerProviderBuilder()
                .ConfigureServices(Configure)
                .ConfigureResource(Describe)
                .AddSource(LimitMeter.Name)
                .AddOtlpExporter(exporter => Connect(exporter, "Traces"))
                .Build()
            : null;
        _metrics = options.SendsMetrics
            ? Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(Configure)
                .ConfigureResource(Describe)
                .AddMeter(LimitMeter.Name, HttpServerMeter)
                .AddOtlpExporter(exporter => Connect(exporter, "Metrics"))
                .Build()
            : null;
    }

    /// <summary>Sends what is left, within a bound, and nothing from then on.</summary>
    public Task StopAsync() =>
        Task.WhenAll(Task.Run(() => _traces?.Shutdown(_lastMoment)), Task.Run(() => _metrics?.Shutdown(_lastMoment)));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static void Describe(ResourceBuilder resource) =>
        resource
            .Clear()
            .AddService("clickup-mcp", serviceVersion: BuildInfo.Version)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();

    private void Configure(IServiceCollection services) => services.AddSingleton(_configuration);

    private void Connect(OtlpExporterOptions exporter, string signal) =>
        exporter.HttpClientFactory = () =>
            new HttpClient(
                new CollectorHandler(
                    signal,
                    _logger,
                    // A redirect would carry the collector's key to wherever the response points.
                    new SocketsHttpHandler
                    {
                        AllowAutoRedirect = false,
                        UseCookies = false,
                        ActivityHeadersPropagator = null,
                    }
                )
            )
            {
                Timeout = TimeSpan.FromMilliseconds(exporter.TimeoutMilliseconds),
                MaxResponseContentBufferSize = exporter.MaxResponseSizeBytes,
            };
}
