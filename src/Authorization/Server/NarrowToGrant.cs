using System.Security.Claims;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Authorization.Tokens;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Decides what new tokens are for: what the grant says, or less where the client asks for less (O-07).</summary>
internal sealed class NarrowToGrant(GrantStore grants) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        ClaimsPrincipal old = context.Principal!;
        string grantId = old.GetClaim(TokenPrincipal.GrantClaim)!;
        HttpContext http = context.Transaction.GetHttpRequest()!.HttpContext;
        Grant? grant;
        try
        {
            grant = await grants.FindForAsync(
                grantId,
                Sender.Of(http.Request),
                SenderPlace.TokenEndpoint,
                context.CancellationToken
            );
        }
        catch (ForeignSenderException foreign)
        {
            // The token is not used up: it is still good for whom it belongs to.
            http.Features.Set(foreign);
            context.Reject(Errors.InvalidGrant, foreign.Description);
            return;
        }

        if (grant is null)
        {
            context.Reject(Errors.InvalidGrant, "The grant was revoked.");
            return;
        }

        string resource = old.GetResources().Single();
        if (context.Request.GetResources() is { IsDefaultOrEmpty: false } asked)
        {
            if (asked is not [var one] || !Resources.Covers(resource, one))
            {
                context.Reject(Errors.InvalidTarget, $"The grant is for {resource}.");
                return;
            }

            resource = one;
        }

        string[] scopes = [.. context.Request.GetScopes().Where(Scopes.All.Contains)];
        ClaimsPrincipal narrowed = TokenPrincipal.Of(grant, resource);
        narrowed.SetScopes(
            scopes.Length > 0 && context.Request.IsRefreshTokenGrantType()
                ? old.GetScopes().Intersect(scopes)
                : old.GetScopes()
        );
        context.Principal = narrowed;
        await grants.TouchAsync(grantId, context.CancellationToken);
    }
}
