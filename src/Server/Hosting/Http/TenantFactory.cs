using ClickUpMcp.Errors;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Makes what stands behind one tenant, out of what the operator configured and what the request asks for.</summary>
/// <param name="options">What the operator configured: an upper bound.</param>
/// <param name="policy">The operator's policy.</param>
/// <param name="createGateway">Makes the tools of a tenant.</param>
/// <param name="identity">What the server says of itself.</param>
internal sealed class TenantFactory(
    ServerOptions options,
    ToolPolicy policy,
    Func<ServerOptions, ToolInventory, TenantKey, IToolGateway> createGateway,
    ServerIdentity identity
)
{
    private const int MostInventories = 256;

    // Measured with thousands of tenants: what one takes before its first call, and what the call brings to life.
    private const int BytesOfTenant = 2 * 1024;
    private const int BytesOfServices = 16 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ToolInventory> _inventories = [];

    /// <summary>Whether sessions work with the caches of their principal and credential.</summary>
    public bool SharesCaches => options.Http.ShareCaches;

    /// <summary>What keeps the tenant of a request apart.</summary>
    /// <exception cref="HttpFaultException">The request asks for more than the operator allows.</exception>
    public TenantKey KeyOf(Principal principal, RequestOverrides overrides)
    {
        bool isOwn = overrides.ApiKey is not null;
        if (!isOwn && options.WorkspaceId is { } bound && overrides.Workspace is { } asked && asked != bound)
        {
            throw new HttpFaultException(
                HttpFault.Of(
                    StatusCodes.Status403Forbidden,
                    "The server's ClickUp token is bound to another workspace; leave the workspace out, or send your own X-ClickUp-Key."
                )
            );
        }

        UInt128 credential = overrides.Credential;
        // Where nobody authenticates, the token is all that tells people apart.
        UInt128 owner = principal.Id == default ? credential : principal.Id;
        string? workspace = overrides.Workspace ?? (isOwn ? null : options.WorkspaceId);
        return new TenantKey(owner, credential, workspace, $"{principal.MaximumScope}\n{overrides.PolicyText}");
    }

    /// <summary>Makes a tenant; may run for several at once.</summary>
    /// <exception cref="HttpFaultException">The request names tools, categories or personas that do not exist.</exception>
    public HttpTenant Create(TenantKey key, Principal principal, RequestOverrides overrides)
    {
        ServerOptions narrowed = options with { WorkspaceId = key.Workspace };
        if (overrides.ApiKey is not null)
        {
            (narrowed.ApiKey, narrowed.AdditionalApiKeys) = (overrides.ApiKey, overrides.AdditionalApiKeys);
        }

        ToolInventory inventory = InventoryOf(key, principal, overrides);
        IToolGateway gateway = createGateway(narrowed, inventory, key);
        return new HttpTenant(
            key,
            principal,
            new ServerInventory(identity, new Lazy<IToolGateway>(gateway)),
            // A session's list is that of the tenant that it was forked from, and counted there.
            () => BytesOf(key, gateway) + (key.Session != 0 || overrides.Policies.Count == 0 ? 0 : inventory.Bytes),
            own => Create(own, principal, overrides.Copy()),
            overrides.ApiKey is null ? null : overrides.Erase
        );
    }

    private static long BytesOf(TenantKey key, IToolGateway gateway) =>
        BytesOfTenant + (2 * key.Policy.Length) + (gateway.HasServices ? BytesOfServices : 0);

    private ToolInventory InventoryOf(TenantKey key, Principal principal, RequestOverrides overrides)
    {
        lock (_lock)
        {
            if (_inventories.TryGetValue(key.Policy, out ToolInventory? known))
            {
                return known;
            }
        }

        ToolPolicy narrowed = policy.And(Create(new ToolPolicyOptions { MaximumScope = principal.MaximumScope }));
        foreach (ToolPolicyOptions wish in overrides.Policies)
        {
            narrowed = narrowed.And(Create(wish));
        }

        ToolInventory inventory = new(EmittedCatalog.Instance, narrowed)
        {
            IsStructured = options.Structured,
            IsFull = options.FullSchemas,
        };
        lock (_lock)
        {
            if (_inventories.Count >= MostInventories)
            {
                _inventories.Clear();
            }

            _inventories[key.Policy] = inventory;
            return inventory;
        }
    }

    private static ToolPolicy Create(ToolPolicyOptions wish)
    {
        try
        {
            return ToolPolicy.Create(wish, EmittedCatalog.Instance);
        }
        catch (ActionableException error)
        {
            throw new HttpFaultException(
                HttpFault.BadRequest($"{error.What} {error.Next} {string.Join(", ", error.Options)}")
            );
        }
    }
}
