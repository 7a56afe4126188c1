using ClickUpMcp.Authorization.Issuers;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Lets in by tokens of the operator's own identity provider.</summary>
internal sealed class IssuerTokens(TrustedIssuer issuer) : ITokenKind
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(30);

    public PrincipalKind Kind => PrincipalKind.Issuer;

    public async ValueTask<Principal?> FindAsync(PresentedToken credential, CancellationToken cancellationToken)
    {
        try
        {
            return await issuer.FindAsync(credential.Text, cancellationToken) is { } access
                ? new Principal(
                    PrincipalId.Of($"subject {access.Subject} of {issuer.Issuer}"),
                    ToolScopeWords.Parse(access.Scopes)
                )
                {
                    Kind = PrincipalKind.Issuer,
                }
                : null;
        }
        catch (IssuerUnreachableException)
        {
            throw new HttpFaultException(
                HttpFault.Of(
                    StatusCodes.Status503ServiceUnavailable,
                    "The identity provider of this server cannot be reached; nothing was done. Retry later."
                ) with
                {
                    RetryAfter = Busy,
                }
            );
        }
    }

    /// <remarks>Nobody tells that such a token is taken back; each request needs one that has not expired.</remarks>
    public ValueTask<bool> KnowsAsync(Principal principal, CancellationToken cancellationToken) => new(true);
}
