using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Protocol;

namespace ClickUpMcp.Transport.Http;

/// <summary>A legacy client's session over HTTP: what the protocol remembers between its requests, under an id.</summary>
/// <remarks>It belongs to one tenant, and so to one principal, credential, workspace and policy.</remarks>
internal sealed class HttpSession(HttpTenant tenant, long now)
    : McpSession(tenant.Inventory, tenant.Key.Principal, tenant.Key.Workspace)
{
    /// <summary>The length of an id in characters.</summary>
    public const int IdLength = 2 * IdBytes;

    private const int IdBytes = 32;
    private const int HashLength = 16;

    private readonly Lock _lock = new();
    private HttpExchange? _stream;
    private string? _hash;
    private bool _hasEnded;
    private bool _isShared;
    private long _lookedUp = now;

    /// <summary>The opaque id: 256 random bits.</summary>
    public string Id { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    public override string Hash =>
        _hash ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Id)))[..HashLength];

    public HttpTenant Tenant => tenant;

    public long Created { get; init; } = now;

    /// <summary>Whether the other servers know it.</summary>
    public bool IsShared
    {
        get => Volatile.Read(ref _isShared);
        set => Volatile.Write(ref _isShared, value);
    }

    /// <summary>When it was last looked for among the sessions of all servers.</summary>
    public long LookedUp
    {
        get => Volatile.Read(ref _lookedUp);
        set => Volatile.Write(ref _lookedUp, value);
    }

    /// <summary>When it was last used; guarded by the store.</summary>
    public long LastUsed { get; set; } = now;

    /// <summary>Requests under way, an open stream included; guarded by the store.</summary>
    public int Active { get; set; }

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

    protected override bool TrySend(ReadOnlySpan<byte> message)
    {
        lock (_lock)
        {
            return _stream?.TrySend(message) ?? false;
        }
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
        HttpExchange? stream;
        lock (_lock)
        {
            _hasEnded = true;
            stream = _stream;
        }

        InFlight.End();
        EndPeer();
        stream?.End();
    }
}
