using ClickUpMcp.Authorization.Browser;
using ClickUpMcp.Authorization.Pages;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Names the issuer in answers to clients (RFC 9207), and shows errors here where there is no address to trust.</summary>
internal sealed class ShowAuthorizationError(AuthorizationOptions options, IPages pages)
    : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public async ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        context.Response.Iss = options.Issuer;
        if (string.IsNullOrEmpty(context.Response.Error) || !string.IsNullOrEmpty(context.RedirectUri))
        {
            return;
        }

        await PageReply.ErrorAsync(
            context.Transaction.GetHttpRequest()!.HttpContext,
            pages,
            context.Response.ErrorDescription ?? "The application's request cannot be answered.",
            "Go back to the application and connect it again; if that does not help, its makers must correct the request."
        );
        context.HandleRequest();
    }
}
