using ClickUpMcp.Authorization;
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
/// <param name="credentials">The ClickUp tokens behind grants; null where there are none.</param>
/// <param name="createFeatures">Makes what a tenant has besides tools; null for nothing.</param>
internal sealed class TenantFactory(
    ServerOptions options,
    ToolPolicy policy,
    Func<ServerOptions, ToolInventory, TenantKey, Principal, IToolGateway> createGateway,
    ServerIdentity identity,
    IUpstreamCredentials? credentials = null,
    Func<ToolInventory, Lazy<IToolGateway>, TenantKey, IServerFeature[]>? createFeatures = null
)
{
    private const int MostInventories = 256;

    // Measured with thousands of tenants: what one takes before its first call, and what the call brings to life.
    private const int BytesOfTenant = 2 * 1024;
    private const int BytesOfServices = 16 * 1024;

    private readonly Lock _lock = new();

    // Those that tenants show, which keep them.
    private readonly Dictionary<string, WeakReference<ToolInventory>> _inventories = [];

    /// <summary>Whether sessions work with the caches of their principal and credential.</summary>
    public bool SharesCaches => options.Http.ShareCaches;

    /// <summary>How many policies are known, those included whose lists no tenant shows any more.</summary>
    public int Lists
    {
        get
        {
            lock (_lock)
            {
                return _inventories.Count;
            }
        }
    }

    /// <summary>What keeps the tenant of a request apart.</summary>
    /// <exception cref="HttpFaultException">The request asks for more than the operator allows.</exception>
    public TenantKey KeyOf(Principal principal, RequestOverrides overrides)
    {
        bool hasGrant = principal.Kind == PrincipalKind.Grant;
        if (hasGrant && overrides.ApiKey is not null)
        {
            throw Forbidden(
                "This connection works with the ClickUp account that was chosen when it was allowed; leave X-ClickUp-Key out."
            );
        }

        bool isOwn = hasGrant || overrides.ApiKey is not null;
        if (!isOwn && options.WorkspaceId is { } bound && overrides.Workspace is { } asked && asked != bound)
        {
            throw Forbidden(
                "The server's ClickUp token is bound to another workspace; leave the workspace out, or send your own X-ClickUp-Key."
            );
        }

        if (options.OnlyWorkspace is { } only && overrides.Workspace is { } other && other != only)
        {
            throw Forbidden($"This server works only in the workspace {only}.");
        }

        UInt128 credential = overrides.Credential;
        // Where nobody authenticates, the token is all that tells people apart.
        UInt128 owner = principal.Id == default ? credential : principal.Id;
        string? workspace = options.OnlyWorkspace ?? overrides.Workspace ?? (isOwn ? null : options.WorkspaceId);
        if (principal.Workspaces is { Count: > 0 } allowed)
        {
            workspace ??= allowed.Count == 1 ? allowed[0] : null;
            if (workspace is not null && !allowed.Contains(workspace))
            {
                throw Forbidden($"This connection may work only in the workspaces {string.Join(", ", allowed)}.");
            }
        }

        string who = options.Policy is null ? string.Empty : PolicyFile.NameOf(principal) + "\n";
        return new TenantKey(owner, credential, workspace, $"{who}{principal.LimitsText}\n{overrides.PolicyText}");
    }

    /// <summary>Makes a tenant; may run for several at once.</summary>
    /// <exception cref="HttpFaultException">
    /// The request names tools, categories or personas that do not exist, or its grant has just ended.
    /// </exception>
    public async ValueTask<HttpTenant> CreateAsync(TenantKey key, Principal principal, RequestOverrides overrides)
    {
        if (principal.Kind != PrincipalKind.Grant)
        {
            return Create(key, principal, overrides);
        }

        string? token =
            credentials is null || principal.Reference is null
                ? null
                : await credentials.FindAsync(principal.Reference, CancellationToken.None);
        return token is null
            ? throw new HttpFaultException(
                HttpFault.Of(StatusCodes.Status401Unauthorized, "This connection has ended; sign in again.") with
                {
                    IsUnknownSender = true,
                }
            )
            : Create(key, principal, overrides.With(new Secret(token)));
    }

    private HttpTenant Create(TenantKey key, Principal principal, RequestOverrides overrides)
    {
        ServerOptions narrowed = options with { WorkspaceId = key.Workspace };
        if (overrides.WritePlaces.Count > 0)
        {
            narrowed.WritePlaces = [.. options.WritePlaces, overrides.WritePlaces];
        }

        if (overrides.ApiKey is not null)
        {
            (narrowed.ApiKey, narrowed.AdditionalApiKeys) = (overrides.ApiKey, overrides.AdditionalApiKeys);
        }

        ToolInventory inventory = InventoryOf(key, principal, overrides);
        IToolGateway gateway = createGateway(narrowed, inventory, key, principal);
        Lazy<IToolGateway> tools = new(gateway);
        return new HttpTenant(
            key,
            principal,
            new ServerInventory(identity, tools) { Features = createFeatures?.Invoke(inventory, tools, key) ?? [] },
            // A session's list is that of the tenant that it was forked from, and counted there.
            () => BytesOf(key, gateway) + (key.Session != 0 || overrides.Policies.Count == 0 ? 0 : inventory.Bytes),
            own => Create(own, principal, overrides.Copy()),
            overrides.ApiKey is null ? null : overrides.Erase
        );
    }

    /// <summary>Forgets the policies whose lists no tenant shows any more.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            foreach ((string policy, WeakReference<ToolInventory> kept) in _inventories)
            {
                if (!kept.TryGetTarget(out _))
                {
                    _inventories.Remove(policy);
                }
            }
        }
    }

    private static long BytesOf(TenantKey key, IToolGateway gateway) =>
        BytesOfTenant + (2 * key.Policy.Length) + (gateway.HasServices ? BytesOfServices : 0) + gateway.KeptBytes;

    private ToolInventory InventoryOf(TenantKey key, Principal principal, RequestOverrides overrides)
    {
        lock (_lock)
        {
            if (
                _inventories.TryGetValue(key.Policy, out WeakReference<ToolInventory>? kept)
                && kept.TryGetTarget(out ToolInventory? known)
            )
            {
                return known;
            }
        }

        ToolPolicy narrowed = policy.And(
            Create(new ToolPolicyOptions { Scopes = principal.Scopes, EnabledTools = principal.Tools })
        );
        foreach (ToolPolicyOptions wish in overrides.Policies)
        {
            narrowed = narrowed.And(Create(wish));
        }

        IToolSelection selection = options.Policy is { } file
            ? file.Narrow(narrowed, PolicyFile.NameOf(principal))
            : narrowed;
        ToolInventory inventory = new(RemoteCatalog.Instance, selection)
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

            _inventories[key.Policy] = new WeakReference<ToolInventory>(inventory);
            return inventory;
        }
    }

    private static HttpFaultException Forbidden(string message) =>
        new(HttpFault.Of(StatusCodes.Status403Forbidden, message));

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
