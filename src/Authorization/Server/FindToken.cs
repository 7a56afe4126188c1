using ClickUpMcp.Authorization.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Reads codes and tokens from the store; one that was used already ends its grant, for somebody has what is not theirs.</summary>
internal sealed class FindToken(TokenStore tokens, GrantStore grants) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        KeptToken? kept = await tokens.FindAsync(context.Token, context.CancellationToken);
        if (kept is null || (context.ValidTokenTypes.Count > 0 && !context.ValidTokenTypes.Contains(kept.Content.Type)))
        {
            context.Reject(Errors.InvalidToken, "This is no valid code or token.");
            return;
        }

        if (kept.Content.IsRedeemed && !IsRevocation(context))
        {
            await grants.RevokeAsync(kept.Content.GrantId, context.CancellationToken);
            context.Reject(Errors.InvalidToken, "This was used already; all that was issued with it is revoked.");
            return;
        }

        if (
            !tokens.IsCurrent(kept.Content)
            || await grants.FindGrantAsync(kept.Content.GrantId, context.CancellationToken) is null
        )
        {
            context.Reject(Errors.InvalidToken, "This has expired or was revoked.");
            return;
        }

        context.Principal = TokenPrincipal.Of(kept.Content);
        context.Transaction.SetProperty(typeof(KeptToken).FullName!, kept);
    }

    private static bool IsRevocation(ValidateTokenContext context) =>
        context.Transaction.EndpointType == OpenIddictServerEndpointType.Revocation;
}
