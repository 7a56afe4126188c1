using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The tenants that were used lately; with a tenant goes all that was kept for it, its ClickUp token first.</summary>
internal sealed class TenantMap(TenantFactory factory, TimeProvider time, int capacity = 10_000) : ITenants
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<TenantKey, HttpTenant> _tenants = [];

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

    public HttpTenant Rent(Principal principal, HttpRequest request, string[] segments)
    {
        RequestOverrides overrides = RequestOverrides.Read(request.Headers, segments);
        bool isKept = false;
        try
        {
            TenantKey key = factory.KeyOf(principal, overrides);
            if (Use(key) is { } known)
            {
                return known;
            }

            // Outside the lock: what a request asks for takes time to read, which is its own and nobody else's.
            HttpTenant made = factory.Create(key, principal, overrides);
            lock (_lock)
            {
                if (!_tenants.TryGetValue(key, out HttpTenant? tenant))
                {
                    MakeRoom();
                    _tenants.Add(key, tenant = made);
                    isKept = true;
                }

                tenant.Users++;
                return tenant;
            }
        }
        finally
        {
            // Every request brings the token once more; only the one that a tenant was made with is of use.
            if (!isKept)
            {
                overrides.Erase();
            }
        }
    }

    private HttpTenant? Use(TenantKey key)
    {
        lock (_lock)
        {
            if (_tenants.TryGetValue(key, out HttpTenant? tenant))
            {
                tenant.Users++;
            }

            return tenant;
        }
    }

    public void Keep(HttpTenant tenant)
    {
        lock (_lock)
        {
            tenant.Users++;
        }
    }

    public void Return(HttpTenant tenant, bool forget)
    {
        lock (_lock)
        {
            tenant.Users--;
            tenant.LastUsed = time.GetTimestamp();
            tenant.IsToBeForgotten |= forget;
            if (tenant is { Users: 0, IsToBeForgotten: true })
            {
                Drop(tenant);
            }
        }
    }

    public void Sweep()
    {
        lock (_lock)
        {
            foreach (HttpTenant tenant in _tenants.Values.Where(IsIdle).ToArray())
            {
                Drop(tenant);
            }
        }
    }

    private bool IsIdle(HttpTenant tenant) => tenant.Users == 0 && time.GetElapsedTime(tenant.LastUsed) >= Idle;

    private void MakeRoom()
    {
        if (_tenants.Count < capacity)
        {
            return;
        }

        HttpTenant? oldest = _tenants
            .Values.Where(static tenant => tenant.Users == 0)
            .MinBy(static tenant => tenant.LastUsed);
        if (oldest is null)
        {
            throw new HttpFaultException(
                HttpFault.Of(StatusCodes.Status503ServiceUnavailable, "The server is full; retry later.") with
                {
                    RetryAfter = Busy,
                }
            );
        }

        Drop(oldest);
    }

    private void Drop(HttpTenant tenant)
    {
        _tenants.Remove(tenant.Key);
        tenant.EraseCredential();
    }
}
