using System.Net.Sockets;
using ClickUpMcp.Hosting.Telemetry;
using ClickUpMcp.Observability;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The server over HTTP, from its start to its graceful end.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private const int ReadAhead = 64 * 1024;

    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(2);

    private readonly HttpOptions _options;
    private readonly HttpServices _services;
    private readonly HttpFront _front;
    private readonly ITenants _tenants;
    private readonly BearerAuthenticator? _tokens;
    private readonly ServerCertificate? _certificate;
    private readonly AuditLog? _audit;
    private readonly McpTelemetry? _telemetry;
    private readonly OtlpExport? _export;
    private readonly IdleCollector _collector;
    private readonly ITimer _sweep;
    private readonly WebApplication _app;

    private HttpHost(ITenants tenants, ServerOptions options, LogWriter log, TimeProvider time)
    {
        _options = options.Http;
        var logger = new StderrLogger("http", log);
        _tokens = _options.TokensFile is { } path ? new BearerAuthenticator(path, logger) : null;
        _certificate = _options.TlsCertificate is { } certificate
            ? new ServerCertificate(certificate, _options.TlsKey!)
            : null;
        _audit = AuditLog.Create(options, AuditLog.Error, logger, time);
        if (options.Otlp is { IsOn: true } otlp)
        {
            _telemetry = new McpTelemetry(McpTelemetry.Tcp, time);
            _telemetry.Observe("audit.lines_lost", () => _audit?.Lost ?? 0);
            _telemetry.Observe("log.lines_lost", () => log.Lost);
            _export = new OtlpExport(otlp, logger);
        }

        _tenants = tenants;
        var lifetime = new HttpLifetime();
        _services = new HttpServices(
            HttpStartRules.Edge(_options),
            _tokens is null ? new AnonymousAuthenticator() : _tokens,
            _tenants,
            new SessionStore(
                _tenants,
                new SessionLimits
                {
                    Idle = TimeSpan.FromMinutes(_options.SessionIdleMinutes),
                    PerPrincipal = _options.MaxSessionsPerPrincipal,
                    Total = _options.MaxSessions,
                },
                time,
                _telemetry
            ),
            lifetime,
            new LogReadiness(_audit, log),
            new RefusalTally(time),
            new ProtocolCore(
                new CoreServices
                {
                    Logger = logger,
                    Time = time,
                    Stopping = lifetime.Ended,
                    Audit = _audit,
                    Telemetry = _telemetry,
                }
            ),
            time
        );
        _front = new HttpFront(_services);
        _app = Build();
        _collector = new IdleCollector(time);
        _sweep = time.CreateTimer(_ => Guard(Sweep), null, SweepEvery, SweepEvery);
    }

    /// <summary>Where MCP is.</summary>
    public Uri Address => new(new Uri(_app.Urls.First()), "/mcp");

    /// <summary>Starts a server; requests are accepted once it returns.</summary>
    /// <exception cref="OptionsException">It cannot or must not be started with these options.</exception>
    public static async Task<HttpHost> StartAsync(
        ITenants tenants,
        ServerOptions options,
        LogWriter log,
        TimeProvider time
    )
    {
        HttpStartRules.Check(options);
        var host = new HttpHost(tenants, options, log, time);
        try
        {
            await host._app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await host.DisposeAsync();
            throw new UnusableException(
                $"The address {options.Http.Listen} cannot be listened on; is it in use, kept for others, or of another machine?"
            );
        }

        return host;
    }

    /// <summary>Reads tokens and certificate again, and opens the audit file anew.</summary>
    public void Reload() =>
        Guard(() =>
        {
            _certificate?.Reload();
            _audit?.Reopen();
            if (_tokens is not null)
            {
                _tokens.Reload();
                _services.Sessions.EndUnknown(_tokens);
            }
        });

    /// <summary>Stops: new requests are refused, streams that only wait end, calls finish or are cancelled within the bound.</summary>
    public async Task StopAsync()
    {
        HttpLifetime lifetime = _services.Lifetime;
        lifetime.Drain();
        using var drain = new CancellationTokenSource(TimeSpan.FromSeconds(_options.DrainSeconds), _services.Time);
        await using (drain.Token.Register(lifetime.End))
        {
            // Until then probes are told, so that whoever balances load sends nobody any more.
            await Task.WhenAny(
                _front.WhenIdleAsync(),
                Task.Delay(Timeout.InfiniteTimeSpan, _services.Time, drain.Token)
            );
            using var last = new CancellationTokenSource(
                TimeSpan.FromSeconds(_options.DrainSeconds) + LastMoment,
                _services.Time
            );
            await _app.StopAsync(last.Token);
        }

        _services.Sessions.EndAll();
        RecordRefusals();
        await FlushAuditAsync();
        if (_export is not null)
        {
            await _export.StopAsync();
        }
    }

    /// <summary>Waits until what was recorded so far is written, for a moment at most.</summary>
    public Task FlushAuditAsync() => _audit?.FlushAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        await _app.DisposeAsync();
        _audit?.Dispose();
        if (_export is not null)
        {
            await _export.DisposeAsync();
        }

        _telemetry?.Dispose();
        _services.Lifetime.Dispose();
    }

    private WebApplication Build()
    {
        // Nothing is read from the environment or from files: what can be configured is in the tables of settings.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseSockets(ReadLittleAhead).ConfigureKestrel(Configure);
        WebApplication app = builder.Build();
        app.Run(_front.HandleAsync);
        return app;
    }

    /// <remarks>Below Kestrel's limits the transport has its own, 1 MiB of each connection that nobody has asked for yet.</remarks>
    private static void ReadLittleAhead(SocketTransportOptions sockets) => sockets.MaxReadBufferSize = ReadAhead;

    private void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // Else a connection keeps the text of its last headers, credentials among them.
        kestrel.DisableStringReuse = true;
        KestrelServerLimits limits = kestrel.Limits;
        limits.MaxConcurrentConnections = _options.MaxConnections;
        limits.MaxRequestBodySize = _services.Edge.MaxBodyBytes;
        // What is read ahead of a body that nobody takes yet: each connection may hold as much.
        limits.MaxRequestBufferSize = ReadAhead;
        limits.Http2.InitialStreamWindowSize = ReadAhead;
        limits.Http2.InitialConnectionWindowSize = 2 * ReadAhead;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(120);
        kestrel.Listen(
            _options.Listen,
            listen =>
            {
                if (_certificate is { } certificate)
                {
                    listen.UseHttps(
                        new HttpsConnectionAdapterOptions { ServerCertificateSelector = (_, _) => certificate.Current }
                    );
                }
            }
        );
    }

    private void Sweep()
    {
        if (_tokens?.ReloadIfChanged() == true)
        {
            _services.Sessions.EndUnknown(_tokens);
        }

        _services.Sessions.Sweep();
        _tenants.Sweep();
        RecordRefusals();
        _collector.Look();
    }

    private void RecordRefusals()
    {
        foreach (RefusalRecord refusals in _services.Refusals.Take())
        {
            _audit?.Write(refusals);
        }

        _audit?.Sweep();
    }

    /// <summary>Runs what a timer or a signal starts, where an exception would end the process.</summary>
    private void Guard(Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // The last line of defence, on a thread that has nobody else.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _services.Core.RecordBug(e);
        }
    }
}
