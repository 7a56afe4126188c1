using System.Net.Sockets;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Telemetry;
using ClickUpMcp.Observability;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The server over HTTP, from its start to its graceful end.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    // Kestrel takes no less than the longest head may have.
    private const int ReadAhead = HeadBytes;
    private const int HeadBytes = 32 * 1024;

    // HTTP/2 has no smaller window.
    private const int WindowBytes = 64 * 1024;

    // Below Kestrel's limits the transport has its own, 1 MiB of each connection that nobody has asked for yet.
    private const int TransportAhead = 16 * 1024;

    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(2);

    private readonly HttpOptions _options;
    private readonly HttpServices _services;
    private readonly HttpFront _front;
    private readonly ITenants _tenants;
    private readonly StaticTokens? _tokens;
    private readonly PolicyFile? _policy;
    private readonly KnownPrincipals _known;
    private readonly AccessServices _access;
    private readonly ServerCertificate? _certificate;
    private readonly AuditLog? _audit;
    private readonly McpTelemetry? _telemetry;
    private readonly OtlpExport? _export;
    private readonly IdleCollector _collector;
    private readonly ITimer _sweep;
    private readonly WebApplication _app;
    private HandedSocketFactory? _handed;
    private UnservedConnections? _unserved;
    private MetricsHost? _metrics;
    private AdminHost? _admin;

    private HttpHost(
        ITenants tenants,
        ServerOptions options,
        LogWriter log,
        TimeProvider time,
        AccessServices access,
        AuditStore? stored
    )
    {
        _options = options.Http;
        var logger = new StderrLogger("http", log);
        _tokens = _options.TokensFile is { } path ? new StaticTokens(path, logger) : null;
        _policy = options.Policy;
        _policy?.OnReload = problem => PolicyFile.Log(logger, problem);
        _certificate = _options.TlsCertificate is { } certificate
            ? new ServerCertificate(certificate, _options.TlsKey!)
            : null;
        _audit = AuditLog.Create(options, AuditLog.Error, logger, time, store: stored);
        if (options.IsObserved)
        {
            _telemetry = new McpTelemetry(McpTelemetry.Tcp, time);
            _telemetry.Observe("audit.lines_lost", () => _audit?.Lost ?? 0);
            _telemetry.Observe("log.lines_lost", () => log.Lost);
            _export = options.Otlp is { IsOn: true } otlp ? new OtlpExport(otlp, logger) : null;
        }

        _tenants = tenants;
        _access = access;
        IReadOnlyList<ITokenKind> kinds = _tokens is null ? access.Kinds : [_tokens, .. access.Kinds];
        RevokedPrincipals authenticator = new(
            kinds is [] ? new AnonymousAuthenticator() : new TokenAuthenticator(kinds)
        );
        var lifetime = new HttpLifetime(hasSuccessor: _options.Activated is not null);
        SessionLimits limits = new()
        {
            Idle = TimeSpan.FromMinutes(_options.SessionIdleMinutes),
            PerPrincipal = _options.MaxSessionsPerPrincipal,
            Total = _options.MaxSessions,
        };
        ISharedSessions? shared = access.Opened?.Sessions;
        SessionStore sessions = new(
            _tenants,
            limits,
            time,
            _telemetry,
            // Nobody waits for it: what the store does not hear of lapses there.
            shared is null
                ? null
                : ended => _ = shared.RemoveAsync(ended.Id).AsTask()
        );
        _services = new HttpServices(
            HttpStartRules.Edge(_options, access),
            authenticator,
            _tenants,
            sessions,
            new SessionDirectory(sessions, _tenants, limits, time, shared),
            lifetime,
            new LogReadiness(_audit, log, access.Opened?.Nodes, _policy),
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
        )
        {
            Pages = access.Pages,
            Uploads = tenants.Uploads,
            Revoked = authenticator,
        };
        _known = new KnownPrincipals(authenticator, tenants, _services.Sessions);
        _front = new HttpFront(_services);
        _app = Build();
        _collector = new IdleCollector(time);
        _sweep = time.CreateTimer(_ => Guard(Sweep), null, SweepEvery, SweepEvery);
    }

    /// <summary>Where MCP is.</summary>
    public Uri Address =>
        _options.Activated is { } activated
            ? new Uri($"{(_certificate is null ? "http" : "https")}://{activated.EndPoint}/mcp")
            : new Uri(new Uri(_app.Urls.First()), "/mcp");

    /// <summary>Where the metrics are; null when they are nowhere.</summary>
    public Uri? MetricsAddress => _metrics?.Address;

    /// <summary>Starts a server; requests are accepted once it returns.</summary>
    /// <exception cref="OptionsException">It cannot or must not be started with these options.</exception>
    public static async Task<HttpHost> StartAsync(
        ITenants tenants,
        ServerOptions options,
        LogWriter log,
        TimeProvider time,
        AccessServices? access = null
    )
    {
        access ??= new AccessServices();
        HttpStartRules.Check(options, access.Kinds.Count > 0);
        AuditStore? stored = await AuditStore.OpenAsync(options, access.Opened?.Records, access.Opened?.Sealer, time);
        var host = new HttpHost(tenants, options, log, time, access, stored);
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

        tenants.Uploads.Origin = options.Http.Origin ?? host.Address.GetLeftPart(UriPartial.Authority);
        try
        {
            await host.StartBesideAsync(options);
            return host;
        }
        catch (OptionsException)
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts what is not for clients.</summary>
    private async Task StartBesideAsync(ServerOptions options)
    {
        if (options.MetricsListen is { } metrics)
        {
            _metrics = await MetricsHost.StartAsync(metrics);
        }

        if (_options.AdminSocket is { } path)
        {
            bool authenticates = _tokens is not null || _access.Kinds.Count > 0;
            _admin = await AdminHost.StartAsync(path, new SessionAdmin(_services, authenticates, _audit));
        }
    }

    /// <summary>Reads tokens, policy and certificate again, and opens the audit file anew.</summary>
    public void Reload() =>
        Guard(() =>
        {
            _certificate?.Reload();
            _audit?.Reopen();
            _tokens?.Reload();
            _policy?.Reload();
            _ = EndUnknownAsync();
        });

    /// <summary>Stops: new requests are refused, streams that only wait end, calls finish or are cancelled within the bound.</summary>
    public async Task StopAsync()
    {
        HttpLifetime lifetime = _services.Lifetime;
        lifetime.Drain();
        using var drain = new CancellationTokenSource(TimeSpan.FromSeconds(_options.DrainSeconds), _services.Time);
        await using (drain.Token.Register(lifetime.End))
        {
            if (_handed is not null && _unserved is not null)
            {
                await Task.WhenAny(
                    LeaveToSuccessorAsync(_handed, _unserved),
                    Task.Delay(Timeout.InfiniteTimeSpan, _services.Time, drain.Token)
                );
            }

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

    private static async Task LeaveToSuccessorAsync(HandedSocketFactory handed, UnservedConnections unserved)
    {
        await handed.StopAcceptingAsync();
        await unserved.WhenNoneAsync();
    }

    /// <summary>Waits until what was recorded so far is written, for a moment at most.</summary>
    public Task FlushAuditAsync() => _audit?.FlushAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        if (_admin is not null)
        {
            await _admin.DisposeAsync();
        }

        await _app.DisposeAsync();
        _front.Dispose();
        if (_metrics is not null)
        {
            await _metrics.DisposeAsync();
        }

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
        builder.WebHost.UseKestrelCore().UseSockets(ReadLittleAhead);
        builder.Services.AddFinished().AddFinished(CreateOptions);
#if NET10_0_OR_GREATER
        // After Kestrel has named its own.
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, ConnectionMemoryFactory>();
#endif
        if (_options.Activated is null)
        {
            WebApplication app = builder.Build();
            app.Run(_front.HandleAsync);
            return app;
        }

        return BuildHanded(builder);
    }

    private WebApplication BuildHanded(WebApplicationBuilder builder)
    {
        UnservedConnections unserved = _unserved = new UnservedConnections();
        // The last that is added is asked first.
        builder.Services.AddSingleton<IConnectionListenerFactory>(services =>
            _handed = new HandedSocketFactory(
                ActivatorUtilities.CreateInstance<SocketTransportFactory>(services),
                unserved
            )
        );
        WebApplication app = builder.Build();
        app.Run(context =>
        {
            unserved.Remove(context.Connection.Id);
            return _front.HandleAsync(context);
        });
        return app;
    }

    private static void ReadLittleAhead(SocketTransportOptions sockets) => sockets.MaxReadBufferSize = TransportAhead;

    private KestrelServerOptions CreateOptions(IServiceProvider provider)
    {
        KestrelServerOptions kestrel = new() { ApplicationServices = provider, AddServerHeader = false };
        // Else a connection keeps the text of its last headers, credentials among them.
        kestrel.DisableStringReuse = true;
        KestrelServerLimits limits = kestrel.Limits;
        limits.MaxConcurrentConnections = _options.MaxConnections;
        limits.MaxRequestBodySize = _services.Edge.MaxBodyBytes;
        // What is read ahead of a body that nobody takes yet: each connection may hold as much.
        limits.MaxRequestBufferSize = ReadAhead;
        limits.Http2.InitialStreamWindowSize = WindowBytes;
        limits.Http2.InitialConnectionWindowSize = 2 * WindowBytes;
        limits.MaxRequestHeadersTotalSize = HeadBytes;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(120);
        if (_options.Activated is { } activated)
        {
            kestrel.ListenHandle(activated.Handle, Encrypt);
        }
        else
        {
            kestrel.Listen(_options.Listen, Encrypt);
        }

        return kestrel;
    }

    private void Encrypt(ListenOptions listen)
    {
        if (_certificate is { } certificate)
        {
            listen.UseHttps(
                new HttpsConnectionAdapterOptions { ServerCertificateSelector = (_, _) => certificate.Current }
            );
        }
    }

    private void Sweep()
    {
        _tokens?.ReloadIfChanged();
        _ = EndUnknownAsync();
        _services.Sessions.Sweep();
        _tenants.Sweep();
        RecordRefusals();
        _collector.Look();
    }

    private async Task EndUnknownAsync()
    {
        try
        {
            await _known.EndUnknownAsync();
        }
#pragma warning disable CA1031 // The last line of defence: nobody waits for it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _services.Core.RecordBug(e);
        }
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
