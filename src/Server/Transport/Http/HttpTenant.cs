using ModelContextProtocol.Server;

namespace ClickUpMcp.Transport.Http;

/// <summary>All that stands behind the requests of one tenant; nobody else's requests reach it.</summary>
/// <param name="key">What keeps it apart.</param>
/// <param name="principal">Who it belongs to.</param>
/// <param name="identity">What the server says of itself.</param>
/// <param name="tools">The tenant's tools; null when the SDK's server answers for tools too.</param>
/// <param name="createSdkOptions">What the SDK's servers offer.</param>
/// <param name="eraseCredential">Overwrites the ClickUp tokens; null when they are the server's own.</param>
internal sealed class HttpTenant(
    TenantKey key,
    Principal principal,
    ServerIdentity identity,
    IToolGateway? tools,
    Func<McpServerOptions> createSdkOptions,
    Action? eraseCredential = null
)
{
    public TenantKey Key => key;

    public Principal Principal => principal;

    public ServerIdentity Identity => identity;

    public IToolGateway? Tools => tools;

    /// <summary>Requests and sessions that use it; guarded by whoever rents it out.</summary>
    public int Users { get; set; }

    /// <summary>When it was last given back; guarded likewise.</summary>
    public long LastUsed { get; set; }

    /// <summary>Whether to drop it as soon as nobody uses it; guarded likewise.</summary>
    public bool IsToBeForgotten { get; set; }

    public McpServerOptions CreateSdkOptions() => createSdkOptions();

    /// <summary>Leaves nothing of the ClickUp tokens; the tenant cannot be used any more.</summary>
    public void EraseCredential() => eraseCredential?.Invoke();
}
