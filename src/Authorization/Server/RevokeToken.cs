using ClickUpMcp.Authorization.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Revokes (RFC 7009): a refresh token ends its grant, an access token only itself.</summary>
internal sealed class RevokeToken(TokenStore tokens, GrantStore grants)
    : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        KeptToken kept = context.Transaction.GetProperty<KeptToken>(typeof(KeptToken).FullName!)!;
        if (kept.Content.Type == TokenTypeIdentifiers.RefreshToken)
        {
            await grants.RevokeAsync(kept.Content.GrantId, context.CancellationToken);
        }
        else
        {
            await tokens.RemoveAsync(kept, context.CancellationToken);
        }
    }
}
