using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The tenants that were used lately; with a tenant goes all that was kept for it, its ClickUp token first.</summary>
/// <remarks>Whoever needs room makes it among its own; only a principal that has none to drop takes another's, unused for longest.</remarks>
internal sealed class TenantMap(TenantFactory factory, TimeProvider time, TenantLimits limits) : ITenants
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<TenantKey, HttpTenant> _tenants = [];
    private readonly Dictionary<UInt128, PrincipalTenants> _principals = [];
    private readonly LinkedList<HttpTenant> _idle = new();
    private long _bytes;
    private long _sessions;

    public TenantMap(TenantFactory factory, TimeProvider time)
        : this(factory, time, new TenantLimits()) { }

    public UploadTickets Uploads { get; init; } = new(time);

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _tenants.Count;
            }
        }
    }

    /// <summary>What all tenants take, as far as it is counted.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    public async ValueTask<HttpTenant> RentAsync(Principal principal, HttpRequest request, string[] segments)
    {
        RequestOverrides overrides = RequestOverrides.Read(request.Headers, segments);
        HttpTenant? made = null;
        bool isKept = false;
        try
        {
            TenantKey key = factory.KeyOf(principal, overrides);
            if (Use(key) is { } known)
            {
                return known;
            }

            // Outside the lock: what a request asks for takes time to read, which is its own and nobody else's.
            made = await factory.CreateAsync(key, principal, overrides);
            lock (_lock)
            {
                if (Use(key) is { } sooner)
                {
                    return sooner;
                }

                MakeRoom(key.Principal, made.Bytes);
                Add(made);
                isKept = true;
                return made;
            }
        }
        finally
        {
            // Every request brings the token once more; only the one that a tenant was made with is of use.
            if (!isKept)
            {
                overrides.Erase();
                made?.EraseCredential();
            }
        }
    }

    public HttpTenant Own(HttpTenant tenant)
    {
        HttpTenant made = factory.SharesCaches ? tenant : tenant.Fork(Interlocked.Increment(ref _sessions));
        lock (_lock)
        {
            if (made != tenant)
            {
                try
                {
                    MakeRoom(made.Key.Principal, made.Bytes);
                }
                catch
                {
                    made.EraseCredential();
                    throw;
                }

                Add(made);
            }

            // Kept as long as the session, so that what both use stays counted there.
            tenant.Users++;
            return made;
        }
    }

    public void Return(HttpTenant tenant, bool forget)
    {
        lock (_lock)
        {
            tenant.Users--;
            tenant.LastUsed = time.GetTimestamp();
            tenant.IsToBeForgotten |= forget;
            // What a call has brought to life counts from now on.
            Charge(tenant, tenant.Bytes - tenant.CountedBytes);
            if (tenant.Users > 0)
            {
                return;
            }

            if (tenant.IsToBeForgotten)
            {
                Drop(tenant);
                if (tenant.Shared != tenant)
                {
                    Return(tenant.Shared, forget);
                }

                return;
            }

            _idle.AddLast(tenant.InAll);
            PrincipalTenants own = _principals[tenant.Key.Principal];
            own.Idle.AddLast(tenant.InOwn);
            if (own.Bytes > limits.BytesPerPrincipal || _bytes > limits.Bytes)
            {
                Drop(own.Idle.First!.Value);
            }
        }
    }

    public void Sweep()
    {
        Uploads.Sweep();
        lock (_lock)
        {
            LinkedListNode<HttpTenant>? next = _idle.First;
            while (
                next?.Value is { } tenant
                && time.GetElapsedTime(tenant.LastUsed) is var unused
                && unused >= limits.IdleWithoutCalls
            )
            {
                next = next.Next;
                if (unused >= limits.Idle || !tenant.HasServices)
                {
                    Drop(tenant);
                }
            }
        }

        factory.Sweep();
    }

    public IReadOnlyList<Principal> Principals
    {
        get
        {
            lock (_lock)
            {
                return [.. _tenants.Values.Select(static tenant => tenant.Principal).DistinctBy(static own => own.Id)];
            }
        }
    }

    public void Forget(IReadOnlySet<UInt128> principals)
    {
        Uploads.Forget(principals);
        lock (_lock)
        {
            HttpTenant[] all = [.. _tenants.Values.Where(tenant => principals.Contains(tenant.Principal.Id))];
            foreach (HttpTenant tenant in all)
            {
                tenant.IsToBeForgotten = true;
                if (tenant.Users == 0)
                {
                    Drop(tenant);
                }
            }
        }
    }

    private HttpTenant? Use(TenantKey key)
    {
        lock (_lock)
        {
            if (_tenants.TryGetValue(key, out HttpTenant? tenant) && tenant.Users++ == 0)
            {
                Unlink(tenant);
            }

            return tenant;
        }
    }

    private void Add(HttpTenant tenant)
    {
        _tenants.Add(tenant.Key, tenant);
        if (!_principals.TryGetValue(tenant.Key.Principal, out PrincipalTenants? own))
        {
            _principals.Add(tenant.Key.Principal, own = new PrincipalTenants());
        }

        own.Count++;
        Charge(tenant, tenant.Bytes);
        tenant.Users = 1;
    }

    private void MakeRoom(UInt128 principal, long bytes)
    {
        PrincipalTenants? own = _principals.GetValueOrDefault(principal);
        while (own?.Bytes + bytes > limits.BytesPerPrincipal)
        {
            Drop(own!.Idle.First?.Value ?? throw Full("Too many of your settings are in use at once; retry later."));
        }

        while (_tenants.Count >= limits.Count || _bytes + bytes > limits.Bytes)
        {
            HttpTenant? oldest = own?.Idle.First?.Value ?? _idle.First?.Value;
            Drop(oldest ?? throw Full("The server is full; retry later."));
        }
    }

    private void Drop(HttpTenant tenant)
    {
        _tenants.Remove(tenant.Key);
        Unlink(tenant);
        Charge(tenant, -tenant.CountedBytes);
        if (--_principals[tenant.Key.Principal].Count == 0)
        {
            _principals.Remove(tenant.Key.Principal);
        }

        tenant.EraseCredential();
    }

    private void Charge(HttpTenant tenant, long bytes)
    {
        tenant.CountedBytes += bytes;
        _principals[tenant.Key.Principal].Bytes += bytes;
        _bytes += bytes;
    }

    private static void Unlink(HttpTenant tenant)
    {
        tenant.InAll.List?.Remove(tenant.InAll);
        tenant.InOwn.List?.Remove(tenant.InOwn);
    }

    private static HttpFaultException Full(string message) =>
        new(HttpFault.Of(StatusCodes.Status503ServiceUnavailable, message) with { RetryAfter = Busy });
}
