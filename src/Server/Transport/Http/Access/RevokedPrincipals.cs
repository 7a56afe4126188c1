using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Lets in whom another lets in, but for those whom an operator has shut out; that holds until the server ends.</summary>
internal sealed class RevokedPrincipals(IAuthenticator authenticator) : IAuthenticator
{
    private readonly ConcurrentDictionary<UInt128, bool> _revoked = [];

    public async ValueTask<Principal?> AuthenticateAsync(HttpRequest request)
    {
        Principal? principal = await authenticator.AuthenticateAsync(request);
        return principal is null || Has(principal.Id) ? null : principal;
    }

    public ValueTask<bool> KnowsAsync(Principal principal) =>
        Has(principal.Id) ? new(false) : authenticator.KnowsAsync(principal);

    /// <summary>Whether a principal is shut out.</summary>
    public bool Has(UInt128 principal) => _revoked.ContainsKey(principal);

    /// <summary>Shuts a principal out, whatever token it brings.</summary>
    public void Add(UInt128 principal) => _revoked[principal] = true;
}
