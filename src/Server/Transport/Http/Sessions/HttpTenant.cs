using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Inventories;

namespace ClickUpMcp.Transport.Http;

/// <summary>All that stands behind the requests of one tenant; nobody else's requests reach it.</summary>
/// <param name="key">What keeps it apart.</param>
/// <param name="principal">Who it belongs to.</param>
/// <param name="inventory">What its clients may use.</param>
/// <param name="eraseCredential">Overwrites the ClickUp tokens; null when they are the server's own.</param>
internal sealed class HttpTenant(
    TenantKey key,
    Principal principal,
    ServerInventory inventory,
    Action? eraseCredential = null
)
{
    public TenantKey Key => key;

    public Principal Principal => principal;

    public ServerInventory Inventory => inventory;

    /// <summary>Requests and sessions that use it; guarded by whoever rents it out.</summary>
    public int Users { get; set; }

    /// <summary>When it was last given back; guarded likewise.</summary>
    public long LastUsed { get; set; }

    /// <summary>Whether to drop it as soon as nobody uses it; guarded likewise.</summary>
    public bool IsToBeForgotten { get; set; }

    /// <summary>The state of one request that stands alone.</summary>
    public McpSession CreateSession() => new(inventory, key.Principal, key.Workspace);

    /// <summary>Leaves nothing of the ClickUp tokens; the tenant cannot be used any more.</summary>
    public void EraseCredential() => eraseCredential?.Invoke();
}
