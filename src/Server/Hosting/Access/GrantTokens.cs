using ClickUpMcp.Authorization;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Lets in by the access tokens that this server's own authorization server gave out for this resource.</summary>
/// <param name="tokens">Knows the tokens.</param>
/// <param name="origin">The address that clients use, which resources begin with.</param>
internal sealed class GrantTokens(IAccessTokens tokens, string origin) : ITokenKind
{
    public PrincipalKind Kind => PrincipalKind.Grant;

    public async ValueTask<Principal?> FindAsync(PresentedToken credential, CancellationToken cancellationToken)
    {
        string resource = ResourceMetadata.ResourceOf(origin, credential.Path);
        // A grant without a workspace allows nothing: an empty list would mean all of them.
        return
            await tokens.FindAsync(credential.Text, resource, cancellationToken) is { } access
            && access.Workspaces is { Count: > 0 }
            ? new Principal(PrincipalId.Of($"grant {access.GrantId}"), ToolScopeWords.Parse(access.Scopes))
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
}
