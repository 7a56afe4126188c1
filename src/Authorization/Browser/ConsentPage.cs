using ClickUpMcp.Authorization.Clients;
using ClickUpMcp.Authorization.Pages;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Shows the page that asks whether a client may come in.</summary>
internal sealed class ConsentPage(AuthorizationOptions options, Forms forms, IPages pages)
{
    /// <summary>Shows it.</summary>
    /// <param name="context">The browser's request.</param>
    /// <param name="client">Who asks.</param>
    /// <param name="redirect">Where the user will be sent with the answer.</param>
    /// <param name="request">The client's authorization request, as its query.</param>
    /// <param name="scopes">What the client asks for.</param>
    /// <param name="isNothingChosen">Whether it is shown again because the answer allowed nothing.</param>
    public Task ShowAsync(
        HttpContext context,
        Client client,
        string redirect,
        string request,
        IReadOnlyList<string> scopes,
        bool isNothingChosen = false
    )
    {
        string[] targets =
        [
            options.ClickUpAuthorizePage.GetLeftPart(UriPartial.Authority),
            RedirectUris.FormTarget(redirect),
        ];
        ConsentPageModel model = new(
            client.Name,
            client.VerifiedHost,
            RedirectUris.Describe(redirect),
            RedirectUris.IsLoopbackAddress(redirect),
            scopes,
            forms.Create(context, Paths.Consent, targets, request, scopes)
        )
        {
            IsNothingChosen = isNothingChosen,
        };
        return PageReply.WriteAsync(context, StatusCodes.Status200OK, pages.Consent(model));
    }
}
