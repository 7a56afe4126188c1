using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Shows and ends what clients have open on this server, as its operator asks.</summary>
/// <param name="services">What requests share.</param>
/// <param name="authenticates">Whether clients have to authenticate.</param>
/// <param name="audit">Takes what was ended; null for none.</param>
internal sealed class SessionAdmin(HttpServices services, bool authenticates, ICallAudit? audit)
{
    /// <summary>The sessions, and after them the requests that belong to none; a line of JSON each.</summary>
    public AdminReply List()
    {
        DateTimeOffset now = services.Time.GetUtcNow();
        SessionLine line = new(now);
        IEnumerable<string> sessions = services.Sessions.List().Select(line.Of);
        IEnumerable<string> alone = services.Lone.All.Select(line.Of);
        return new AdminReply(StatusCodes.Status200OK, string.Concat(sessions.Concat(alone)));
    }

    /// <summary>Ends one session, by the beginning of its hash.</summary>
    public async Task<AdminReply> EndSessionAsync(string hash)
    {
        HttpSession[] found =
        [
            .. services
                .Sessions.List()
                .Select(static open => open.Session)
                .Where(session => session.Hash.StartsWith(hash, StringComparison.OrdinalIgnoreCase)),
        ];
        if (hash.Length == 0 || found.Length != 1)
        {
            return found.Length == 0
                ? NotFound("There is no such session; admin sessions list shows all.")
                : new AdminReply(
                    StatusCodes.Status409Conflict,
                    "More than one session begins so; write more of its hash."
                );
        }

        int requests = found[0].InFlight.Count;
        await services.AllSessions.EndAsync(found[0]);
        return await RecordAsync(
            new OperatorRecord
            {
                Session = found[0].Hash,
                Principal = found[0].Principal,
                PrincipalName = found[0].PrincipalName,
                Sessions = 1,
                Requests = requests,
            }
        );
    }

    /// <summary>Ends all that a principal has open, by its name or hash.</summary>
    /// <param name="name">The name that the operator gave it, or its hash.</param>
    /// <param name="revoke">Whether to shut it out, too.</param>
    public async Task<AdminReply> EndPrincipalAsync(string name, bool revoke)
    {
        Principal[] found =
        [
            .. services.Tenants.Principals.Where(principal =>
                principal.Name == name
                || AuditLine.HashOf(principal.Id).Equals(name, StringComparison.OrdinalIgnoreCase)
            ),
        ];
        if (found.Length == 0)
        {
            Principal named = new(PrincipalId.OfName(name)) { Kind = PrincipalKind.StaticToken, Name = name };
            if (!authenticates || !await services.Authenticator.KnowsAsync(named))
            {
                return NotFound(
                    "Nobody of that name or hash is served at present; admin sessions list shows who is. A name is that of the tokens file or of a licence key."
                );
            }

            found = [named];
        }

        if (revoke && !authenticates)
        {
            return new AdminReply(
                StatusCodes.Status409Conflict,
                "Nobody has to authenticate at this server, so nobody can be shut out; leave --revoke out."
            );
        }

        OperatorRecord last = default;
        foreach (Principal principal in found)
        {
            if (revoke)
            {
                // First: what comes after is not let in while the rest ends.
                services.Revoked.Add(principal.Id);
            }

            (int sessions, int requests) = await EndAsync([principal.Id]);
            OperatorRecord deed = new()
            {
                Principal = principal.Id,
                PrincipalName = principal.Name,
                Sessions = sessions,
                Requests = requests,
                IsRevoked = revoke,
            };
            audit?.Write(deed);
            last = deed with { Sessions = last.Sessions + sessions, Requests = last.Requests + requests };
        }

        return await ToldAsync(last);
    }

    /// <summary>Ends all sessions and requests.</summary>
    public async Task<AdminReply> EndAllAsync()
    {
        (int sessions, int requests) = await EndAsync([.. services.Tenants.Principals.Select(static own => own.Id)]);
        return await RecordAsync(new OperatorRecord { Sessions = sessions, Requests = requests });
    }

    private async Task<(int Sessions, int Requests)> EndAsync(HashSet<UInt128> principals)
    {
        HttpSession[] sessions =
        [
            .. services
                .Sessions.List()
                .Select(static open => open.Session)
                .Where(session => principals.Contains(session.Principal)),
        ];
        int requests = sessions.Sum(static session => session.InFlight.Count);
        // What goes on ends before anything waits for the store that servers share.
        services.Sessions.End(principals);
        requests += services.Lone.End(request => principals.Contains(request.Principal));
        services.Tenants.Forget(principals);
        foreach (HttpSession session in sessions)
        {
            await services.AllSessions.EndAsync(session);
        }

        return (sessions.Length, requests);
    }

    private Task<AdminReply> RecordAsync(OperatorRecord deed)
    {
        audit?.Write(deed);
        return ToldAsync(deed);
    }

    private async Task<AdminReply> ToldAsync(OperatorRecord deed)
    {
        if (audit is not null)
        {
            await audit.KeepAsync();
        }

        return new AdminReply(StatusCodes.Status200OK, SessionLine.Of(deed));
    }

    private static AdminReply NotFound(string text) => new(StatusCodes.Status404NotFound, text);
}
