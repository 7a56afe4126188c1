using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Inventories;

namespace ClickUpMcp.Transport.Http;

/// <summary>All that stands behind the requests of one tenant; nobody else's requests reach it.</summary>
/// <remarks>What can be set is guarded by whoever rents it out.</remarks>
internal sealed class HttpTenant
{
    private readonly Func<long> _measure;
    private readonly Func<TenantKey, HttpTenant>? _fork;
    private readonly Action? _eraseCredential;

    /// <param name="key">What keeps it apart.</param>
    /// <param name="principal">Who it belongs to.</param>
    /// <param name="inventory">What its clients may use.</param>
    /// <param name="measure">How many bytes it takes at present, roughly.</param>
    /// <param name="fork">Makes another of the same kind, with a client and caches of its own; null when there can be none.</param>
    /// <param name="eraseCredential">Overwrites the ClickUp tokens; null when they are the server's own.</param>
    public HttpTenant(
        TenantKey key,
        Principal principal,
        ServerInventory inventory,
        Func<long> measure,
        Func<TenantKey, HttpTenant>? fork = null,
        Action? eraseCredential = null
    )
    {
        Key = key;
        Principal = principal;
        Inventory = inventory;
        Shared = this;
        _measure = measure;
        _fork = fork;
        _eraseCredential = eraseCredential;
        InAll = new LinkedListNode<HttpTenant>(this);
        InOwn = new LinkedListNode<HttpTenant>(this);
    }

    public TenantKey Key { get; }

    public Principal Principal { get; }

    public ServerInventory Inventory { get; }

    /// <summary>How many bytes it takes at present, roughly.</summary>
    public long Bytes => _measure();

    /// <summary>Whether a tool was called for it, so that it has a client and caches.</summary>
    public bool HasServices => Inventory.Tools.Value.HasServices;

    /// <summary>The tenant that requests of the same kind share; itself unless it belongs to a session.</summary>
    public HttpTenant Shared { get; private set; }

    /// <summary>Requests and sessions that use it.</summary>
    public int Users { get; set; }

    /// <summary>When it was last given back.</summary>
    public long LastUsed { get; set; }

    /// <summary>Whether to drop it as soon as nobody uses it.</summary>
    public bool IsToBeForgotten { get; set; }

    /// <summary>What of it is in the sums.</summary>
    public long CountedBytes { get; set; }

    /// <summary>Its place among all that nobody uses.</summary>
    public LinkedListNode<HttpTenant> InAll { get; }

    /// <summary>Its place among those of its principal.</summary>
    public LinkedListNode<HttpTenant> InOwn { get; }

    /// <summary>The state of one request that stands alone.</summary>
    public McpSession CreateSession() =>
        new(Inventory, Key.Principal, Key.Workspace) { PrincipalName = Principal.Name };

    /// <summary>One for a session alone: the same tools and credential, a client and caches of its own.</summary>
    /// <param name="session">The number of the session.</param>
    public HttpTenant Fork(long session)
    {
        HttpTenant made = _fork!(Key with { Session = session });
        made.Shared = this;
        return made;
    }

    /// <summary>Leaves nothing of the ClickUp tokens; the tenant cannot be used any more.</summary>
    public void EraseCredential() => _eraseCredential?.Invoke();
}
