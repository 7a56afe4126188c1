using ClickUpMcp.Authorization;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Lets in by the access tokens that this server's own authorization server gave out for this resource.</summary>
/// <param name="tokens">Knows the tokens.</param>
/// <param name="origin">The address that clients use, which resources begin with.</param>
internal sealed class GrantTokens(IAccessTokens tokens, string origin) : ITokenKind
{
    public PrincipalKind Kind => PrincipalKind.Grant;

    /// <summary>The principal of a grant.</summary>
    public static UInt128 PrincipalOf(string grant) => PrincipalId.Of($"grant {grant}");

    public async ValueTask<Principal?> FindAsync(PresentedToken credential, CancellationToken cancellationToken)
    {
        // A grant without a workspace allows nothing: an empty list would mean all of them.
        return await AccessOfAsync(credential, cancellationToken) is { Workspaces.Count: > 0 } access
            ? new Principal(PrincipalOf(access.GrantId), ToolScopeWords.Parse(access.Scopes))
            {
                Kind = PrincipalKind.Grant,
                Reference = access.GrantId,
                Owner = access.Owner,
                Workspaces = access.Workspaces,
            }
            : null;
    }

    public async ValueTask<bool> KnowsAsync(Principal principal, CancellationToken cancellationToken) =>
        principal.Reference is { } grant && await tokens.IsActiveAsync(grant, cancellationToken);

    private async ValueTask<Authorization.Access?> AccessOfAsync(
        PresentedToken credential,
        CancellationToken cancellationToken
    )
    {
        try
        {
            string resource = ResourceMetadata.ResourceOf(origin, credential.Path);
            return await tokens.FindAsync(credential.Text, resource, credential.Sender, cancellationToken);
        }
        catch (ForeignSenderException foreign)
        {
            throw ForeignSender.Refused(foreign, PrincipalOf(foreign.Reference));
        }
    }
}
