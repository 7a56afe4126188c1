using ClickUpMcp.Authorization.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Uses up the code or refresh token that new tokens are issued for: of several requests that bring it, one gets them.</summary>
internal sealed class RedeemToken(TokenStore tokens, GrantStore grants) : IOpenIddictServerHandler<ProcessSignInContext>
{
    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.EndpointType == OpenIddictServerEndpointType.Token)
        {
            // Clients must come again before it expires; how, is theirs to keep.
            KeptToken kept = context.Transaction.GetProperty<KeptToken>(typeof(KeptToken).FullName!)!;
            if (!await tokens.TryRedeemAsync(kept, context.CancellationToken))
            {
                await grants.RevokeAsync(kept.Content.GrantId, context.CancellationToken);
                context.Reject(Errors.InvalidGrant, "This was used already; all that was issued with it is revoked.");
            }
        }
    }
}
