using ClickUpMcp.Storage;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Knows principals by the one token that a request presents, of whichever kind it is.</summary>
/// <param name="kinds">The kinds of tokens that let in, those first that take no time to look up.</param>
internal sealed class TokenAuthenticator(IReadOnlyList<ITokenKind> kinds) : IAuthenticator
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    public async ValueTask<Principal?> AuthenticateAsync(HttpRequest request)
    {
        if (PresentedToken.Read(request) is not { } credential)
        {
            return null;
        }

        try
        {
            foreach (ITokenKind kind in kinds)
            {
                if (await kind.FindAsync(credential, request.HttpContext.RequestAborted) is { } principal)
                {
                    return principal;
                }
            }

            return null;
        }
        catch (StoreException)
        {
            throw new HttpFaultException(
                HttpFault.Of(
                    StatusCodes.Status503ServiceUnavailable,
                    "Who you are cannot be looked up at present; nothing was done. Retry later."
                ) with
                {
                    RetryAfter = Busy,
                }
            );
        }
    }

    /// <remarks>While that cannot be looked up, nobody is taken to be gone: no request of theirs is served either.</remarks>
    public async ValueTask<bool> KnowsAsync(Principal principal)
    {
        try
        {
            ITokenKind? own = kinds.FirstOrDefault(kind => kind.Kind == principal.Kind);
            return own is not null && await own.KnowsAsync(principal, CancellationToken.None);
        }
        catch (StoreException)
        {
            return true;
        }
    }
}
