using System.Security.Claims;
using ClickUpMcp.Authorization.Senders;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace ClickUpMcp.Authorization.Tokens;

/// <summary>Reads access tokens for the resource server: each time from the store, so that a revocation counts at once.</summary>
internal sealed class AccessTokens(TokenStore tokens, GrantStore grants) : IAccessTokens
{
    public async ValueTask<Access?> FindAsync(
        string token,
        string resource,
        Sender sender,
        CancellationToken cancellationToken
    )
    {
        if (
            await tokens.FindAsync(token, cancellationToken) is not { Content: var content }
            || content.Type != TokenTypeIdentifiers.AccessToken
            || !tokens.IsCurrent(content)
        )
        {
            return null;
        }

        ClaimsPrincipal principal = TokenPrincipal.Of(content);
        return
            principal.GetAudiences().Any(audience => Resources.Covers(audience, resource))
            && await grants.FindForAsync(content.GrantId, sender, SenderPlace.Resource, cancellationToken) is { } grant
            ? new Access(
                grant.Id,
                grant.Owner,
                grant.ClientId,
                principal.GetScopes(),
                [.. grant.Workspaces.Select(static workspace => workspace.Id)],
                content.Expires
            )
            : null;
    }

    public async ValueTask<bool> IsActiveAsync(string grantId, CancellationToken cancellationToken) =>
        await grants.FindGrantAsync(grantId, cancellationToken) is not null;
}
