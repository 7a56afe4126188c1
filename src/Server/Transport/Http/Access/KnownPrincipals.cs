namespace ClickUpMcp.Transport.Http;

/// <summary>Ends what goes on between requests for principals that may not come in any more: sessions, streams and credentials.</summary>
internal sealed class KnownPrincipals(IAuthenticator authenticator, ITenants tenants, SessionStore sessions)
{
    private int _isLooking;

    /// <summary>Looks once through all that are served at present; does nothing while it still looks.</summary>
    public async Task EndUnknownAsync()
    {
        if (Interlocked.Exchange(ref _isLooking, 1) != 0)
        {
            return;
        }

        try
        {
            HashSet<UInt128> gone = [];
            foreach (Principal principal in tenants.Principals)
            {
                if (!await authenticator.KnowsAsync(principal))
                {
                    gone.Add(principal.Id);
                }
            }

            if (gone.Count > 0)
            {
                sessions.End(gone);
                tenants.Forget(gone);
            }
        }
        finally
        {
            Volatile.Write(ref _isLooking, 0);
        }
    }
}
