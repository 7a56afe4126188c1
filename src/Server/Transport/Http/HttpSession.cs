using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Transport.Sdk;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Transport.Http;

/// <summary>A legacy client's session: what the protocol remembers between its requests.</summary>
/// <remarks>It belongs to one tenant, and so to one principal, credential, workspace and policy.</remarks>
internal sealed class HttpSession(HttpTenant tenant, byte[] initialize, ILoggerFactory loggers, long now)
{
    private const int IdBytes = 32;
    private const int HashLength = 16;

    private readonly Lock _lock = new();
    private SdkServer? _sdk;
    private HttpExchange? _stream;
    private string? _hash;
    private bool _hasEnded;

    /// <summary>The opaque id: 256 random bits.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>What the audit calls the session.</summary>
    public string Hash =>
        _hash ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Id)))[..HashLength];

    public HttpTenant Tenant => tenant;

    /// <summary>The tool calls being worked on.</summary>
    public InFlightRequests InFlight { get; } = new();

    /// <summary>The revision that was agreed on; null where the SDK's server answered the handshake.</summary>
    public string? Version { get; set; }

    /// <summary>Whether that revision has output schemas and structured content.</summary>
    public bool KnowsStructured => Version is { } version && ProtocolVersions.HasStructuredContent(version);

    public long Created { get; } = now;

    /// <summary>When it was last used; guarded by the store.</summary>
    public long LastUsed { get; set; } = now;

    /// <summary>Requests under way, an open stream included; guarded by the store.</summary>
    public int Active { get; set; }

    /// <summary>The SDK's server for this session, made by the first message that needs it.</summary>
    public SdkServer Sdk
    {
        get
        {
            lock (_lock)
            {
                return _sdk ??= CreateSdk();
            }
        }
    }

    /// <summary>The SDK's server if there is one.</summary>
    public SdkServer? RunningSdk
    {
        get
        {
            lock (_lock)
            {
                return _sdk;
            }
        }
    }

    /// <summary>The open stream for messages that belong to no request; null while the client has none.</summary>
    public HttpExchange? Stream
    {
        get
        {
            lock (_lock)
            {
                return _stream;
            }
        }
    }

    /// <summary>Opens a stream; an older one ends, since its client has most likely lost it.</summary>
    public void Open(HttpExchange stream)
    {
        HttpExchange? older;
        lock (_lock)
        {
            (older, _stream) = _hasEnded ? (stream, null) : (_stream, stream);
        }

        older?.End();
    }

    /// <summary>Forgets a stream that has ended.</summary>
    public void Close(HttpExchange stream)
    {
        lock (_lock)
        {
            _stream = ReferenceEquals(_stream, stream) ? null : _stream;
        }
    }

    /// <summary>Cancels whatever is under way and ends the stream.</summary>
    public void End()
    {
        lock (_lock)
        {
            _hasEnded = true;
        }

        InFlight.CancelAll();
        RunningSdk?.Abort();
        Stream?.End();
    }

    private SdkServer CreateSdk()
    {
        var server = new SdkServer(
            tenant.CreateSdkOptions(),
            loggers,
            (messages, handshakeAnswered) => new SdkSessionTransport(this, messages, handshakeAnswered)
        );
        // Without tools of our own it answers the handshake itself.
        if (tenant.Tools is not null)
        {
            server.Initialize(initialize);
        }

        return server;
    }
}
