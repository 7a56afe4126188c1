using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport.Http;

/// <summary>The sessions of this server, of those that share a store with it, and of the one before it.</summary>
/// <param name="own">Those that are known here.</param>
/// <param name="tenants">What stands behind them.</param>
/// <param name="limits">How long they live.</param>
/// <param name="time">The clock.</param>
/// <param name="shared">Those that a store knows; null where there is none that outlives this process.</param>
internal sealed class SessionDirectory(
    SessionStore own,
    ITenants tenants,
    SessionLimits limits,
    TimeProvider time,
    ISharedSessions? shared = null
)
{
    /// <summary>For how long a session is taken to be there still: its end on another server counts here after no longer.</summary>
    private static readonly TimeSpan Belief = TimeSpan.FromSeconds(1);

    /// <summary>Lets the other servers know a session, before its client hears of it.</summary>
    public async ValueTask ShareAsync(HttpSession session)
    {
        if (shared is null || session.IsShared || session.Version is null)
        {
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        TimeSpan age = time.GetElapsedTime(session.Created);
        TimeSpan left = limits.Longest - age;
        SessionFacts facts = new(
            session.Tenant.Shared.Key.Hash,
            now - age,
            session.Version,
            session.Client.Name,
            session.Client.Version,
            session.Capabilities
        );
        session.IsShared = await shared.AddAsync(
            session.Id,
            facts,
            session.Tenant.Principal.Owner,
            now + (left < limits.Idle ? left : limits.Idle)
        );
    }

    /// <summary>Finds a tenant's session, of whichever server, and uses it until it is left; null for anybody else's.</summary>
    /// <exception cref="HttpFaultException">Whether there is one cannot be said at present, or there are too many.</exception>
    public async ValueTask<HttpSession?> EnterAsync(string id, HttpTenant tenant)
    {
        HttpSession? known = own.Enter(id, tenant);
        if (shared is null || id.Length != HttpSession.IdLength || !MustLookUp(known))
        {
            return known;
        }

        SessionFacts? facts;
        try
        {
            facts = await shared.UseAsync(id, tenant.Key.Hash, limits);
        }
        catch (HttpFaultException) when (known is not null)
        {
            // What is known here goes on: its sender was authenticated all the same.
            return known;
        }

        if (known is null)
        {
            return facts is null ? null : Adopt(id, facts, tenant);
        }

        if (facts is null && known.IsShared)
        {
            own.Leave(known);
            own.End(known);
            return null;
        }

        await ShareAsync(known);
        return known;
    }

    /// <summary>Ends a session, for all servers.</summary>
    public async ValueTask EndAsync(HttpSession session)
    {
        own.End(session);
        if (shared is not null)
        {
            await shared.RemoveAsync(session.Id);
        }
    }

    private bool MustLookUp(HttpSession? session)
    {
        long now = time.GetTimestamp();
        if (session is null || time.GetElapsedTime(session.LookedUp, now) >= Belief)
        {
            session?.LookedUp = now;
            return true;
        }

        return false;
    }

    /// <summary>Goes on with a session of another server; caches are made anew.</summary>
    private HttpSession Adopt(string id, SessionFacts facts, HttpTenant tenant)
    {
        HttpTenant forked = tenants.Own(tenant);
        HttpSession? entered = null;
        try
        {
            HttpSession adopted = new(forked, time.GetTimestamp())
            {
                Id = id,
                Created = time.GetTimestamp() - TicksOf(time.GetUtcNow() - facts.Created),
                Active = 1,
                IsShared = true,
                PrincipalName = tenant.Principal.Name,
                Version = facts.Version,
                Client = new ClientInfo(facts.ClientName, facts.ClientVersion),
                Capabilities = facts.Capabilities,
            };
            entered = own.Open(adopted);
            return entered;
        }
        finally
        {
            if (entered?.Tenant != forked)
            {
                tenants.Return(forked, forget: true);
            }
        }
    }

    private long TicksOf(TimeSpan span) =>
        (long)((Int128)span.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond);
}
