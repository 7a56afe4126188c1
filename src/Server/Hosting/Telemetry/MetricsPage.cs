using ClickUpMcp.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace ClickUpMcp.Hosting.Telemetry;

/// <summary>The metrics as they are when somebody asks for them.</summary>
internal sealed class MetricsPage : IDisposable
{
    private const int Patience = 5_000;

    private readonly Lock _gate = new();
    private readonly PrometheusText _text = new();
    private readonly BaseExportingMetricReader _reader;
    private readonly MeterProvider _metrics;

    public MetricsPage()
    {
        _reader = new BaseExportingMetricReader(_text);
        // The SDK's own would be the environment, past the table of settings.
        IConfiguration nothing = new ConfigurationBuilder().Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(nothing))
            .AddMeter(LimitMeter.Name, OtlpExport.HttpServerMeter)
            .AddReader(_reader)
            .Build();
    }

    public string Write()
    {
        lock (_gate)
        {
            _reader.Collect(Patience);
            return _text.Page;
        }
    }

    public void Dispose() => _metrics.Dispose();
}
