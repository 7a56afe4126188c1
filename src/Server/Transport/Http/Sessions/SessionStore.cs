using ClickUpMcp.Protocol.Recording;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>The sessions of legacy clients: found by id, and only by those whom they belong to.</summary>
/// <param name="tenants">What stands behind them.</param>
/// <param name="limits">How many there may be, and for how long.</param>
/// <param name="time">The clock.</param>
/// <param name="telemetry">Counts them; null where nothing is counted.</param>
/// <param name="ended">Takes a session that ends for all servers, not for this one alone; null where there is one.</param>
internal sealed class SessionStore(
    ITenants tenants,
    SessionLimits limits,
    TimeProvider time,
    McpTelemetry? telemetry = null,
    Action<HttpSession>? ended = null
)
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HttpSession> _sessions = [];
    private readonly Dictionary<UInt128, List<HttpSession>> _byPrincipal = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _sessions.Count;
            }
        }
    }

    /// <summary>The sessions as they are at present, the oldest first.</summary>
    public IReadOnlyList<SessionAge> List()
    {
        lock (_lock)
        {
            return
            [
                .. _sessions
                    .Values.Where(session => !IsOver(session))
                    .Select(session => new SessionAge(
                        session,
                        time.GetElapsedTime(session.Created),
                        session.Active > 0 ? TimeSpan.Zero : time.GetElapsedTime(session.LastUsed)
                    ))
                    .OrderByDescending(static session => session.Age),
            ];
        }
    }

    /// <summary>Starts a session, in use until <see cref="Leave"/>.</summary>
    /// <exception cref="HttpFaultException">There are too many.</exception>
    public HttpSession Open(HttpTenant tenant)
    {
        HttpTenant own = tenants.Own(tenant);
        try
        {
            return Open(
                new HttpSession(own, time.GetTimestamp()) { Active = 1, PrincipalName = tenant.Principal.Name }
            );
        }
        catch
        {
            tenants.Return(own, forget: true);
            throw;
        }
    }

    /// <summary>Puts a session among the others, in use; one that another request has put there meanwhile is used instead.</summary>
    /// <exception cref="HttpFaultException">There are too many.</exception>
    public HttpSession Open(HttpSession session)
    {
        HttpTenant tenant = session.Tenant;
        HttpSession? oldest = null;
        HttpSession? lapsed = null;
        lock (_lock)
        {
            if (_sessions.TryGetValue(session.Id, out HttpSession? known))
            {
                if (!IsOver(known))
                {
                    known.Active++;
                    return known;
                }

                lapsed = known;
                Remove(known);
            }

            List<HttpSession> own = OwnOf(tenant);
            bool isFull = own.Count >= limits.PerPrincipal || _sessions.Count >= limits.Total;
            if (isFull)
            {
                oldest = LeastRecentlyUsed(own);
            }

            if (isFull && oldest is null)
            {
                throw new HttpFaultException(
                    HttpFault.Of(
                        StatusCodes.Status503ServiceUnavailable,
                        "There are too many sessions; end those that are not used with DELETE, or retry later."
                    ) with
                    {
                        RetryAfter = Busy,
                    }
                );
            }

            if (oldest is not null)
            {
                Remove(oldest);
            }

            _sessions.Add(session.Id, session);
            OwnOf(tenant).Add(session);
        }

        Finish(lapsed);
        Finish(oldest);
        if (oldest is not null)
        {
            ended?.Invoke(oldest);
        }

        return session;
    }

    /// <summary>Finds a tenant's session and uses it until <see cref="Leave"/>; null for anybody else's, as if it were not there.</summary>
    public HttpSession? Enter(string id, HttpTenant tenant)
    {
        lock (_lock)
        {
            if (
                !_sessions.TryGetValue(id, out HttpSession? session)
                || session.Tenant.Shared != tenant
                || IsOver(session)
            )
            {
                return null;
            }

            session.Active++;
            return session;
        }
    }

    /// <summary>Stops using a session.</summary>
    public void Leave(HttpSession session)
    {
        lock (_lock)
        {
            session.Active--;
            session.LastUsed = time.GetTimestamp();
        }
    }

    /// <summary>Ends a session here.</summary>
    public void End(HttpSession session)
    {
        bool isOpen;
        lock (_lock)
        {
            isOpen = Remove(session);
        }

        Finish(isOpen ? session : null);
    }

    /// <summary>Ends the sessions that are over; what other servers know of them lapses by itself.</summary>
    public void Sweep() => EndAll(IsOver);

    /// <summary>Ends the sessions of principals, for all servers.</summary>
    public void End(IReadOnlySet<UInt128> principals)
    {
        foreach (HttpSession session in EndAll(session => principals.Contains(session.Tenant.Principal.Id)))
        {
            ended?.Invoke(session);
        }
    }

    /// <summary>Ends all sessions here; other servers go on with those that they know.</summary>
    public void EndAll() => EndAll(static _ => true);

    private HttpSession[] EndAll(Func<HttpSession, bool> ends)
    {
        HttpSession[] over;
        lock (_lock)
        {
            over = [.. _sessions.Values.Where(ends)];
            foreach (HttpSession session in over)
            {
                Remove(session);
            }
        }

        foreach (HttpSession session in over)
        {
            Finish(session);
        }

        return over;
    }

    private bool IsOver(HttpSession session) =>
        time.GetElapsedTime(session.Created) >= limits.Longest
        || (session.Active == 0 && time.GetElapsedTime(session.LastUsed) >= limits.Idle);

    private static HttpSession? LeastRecentlyUsed(List<HttpSession> sessions) =>
        sessions.Where(static session => session.Active == 0).MinBy(static session => session.LastUsed);

    private List<HttpSession> OwnOf(HttpTenant tenant)
    {
        if (!_byPrincipal.TryGetValue(tenant.Key.Principal, out List<HttpSession>? own))
        {
            _byPrincipal.Add(tenant.Key.Principal, own = []);
        }

        return own;
    }

    private bool Remove(HttpSession session)
    {
        if (!_sessions.Remove(session.Id))
        {
            return false;
        }

        List<HttpSession> own = OwnOf(session.Tenant);
        own.Remove(session);
        if (own.Count == 0)
        {
            _byPrincipal.Remove(session.Tenant.Key.Principal);
        }

        return true;
    }

    private void Finish(HttpSession? session)
    {
        if (session is not null)
        {
            session.End();
            telemetry?.SessionEnded(session.Version, time.GetElapsedTime(session.Created));
            tenants.Return(session.Tenant, forget: true);
        }
    }
}
