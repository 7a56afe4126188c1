using ClickUpMcp.Authorization.Clients;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Upstream;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Takes the answer of the page that asks whether a client may come in (O-03); only a yes leads to ClickUp.</summary>
internal sealed class ConsentEndpoint(
    ClientDirectory clients,
    ConsentPage page,
    Forms forms,
    SignInStore signIns,
    StateSeal seal,
    ClickUpSignIn clickUp,
    IPages pages
)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context, Paths.Consent) is not { Content: { Request: { } request } content } form)
        {
            await PageReply.ErrorAsync(
                context,
                pages,
                "This answer does not come from the page that was shown in this browser, or that page is too old.",
                "Go back to the application and connect it again. Cookies must be allowed for this site."
            );
            return;
        }

        bool isAllowed = form.Fields[FormFields.Decision] == FormFields.Allow;
        string[] scopes = [.. content.Scopes.Where(scope => form.Fields[FormFields.Scope].Contains(scope))];
        if (isAllowed && scopes.Length == 0)
        {
            await AskAgainAsync(context, request, content.Scopes);
            return;
        }

        // The first cookie that says anything about consent: a refusal is told in the browser of the form.
        string browser = isAllowed ? BrowserCookie.SignIn.Ensure(context) : content.Browser;
        SignInContent begun = new(
            isAllowed ? SignInStage.AtClickUp : SignInStage.Denied,
            browser,
            request,
            scopes,
            Account: null,
            Token: null,
            Workspaces: []
        );
        string handle = await signIns.BeginAsync(begun, context.RequestAborted);
        await PageReply.RedirectAsync(
            context,
            isAllowed ? clickUp.PageFor(seal.Sign(handle)) : AuthorizeAddress.Resume(request, handle)
        );
    }

    private async Task AskAgainAsync(HttpContext context, string request, IReadOnlyList<string> scopes)
    {
        Dictionary<string, StringValues> asked = QueryHelpers.ParseQuery(request);
        if (await clients.FindAsync(asked["client_id"].ToString(), context.RequestAborted) is { } client)
        {
            string redirect = asked["redirect_uri"].ToString();
            await page.ShowAsync(context, client, redirect, request, scopes, isNothingChosen: true);
            return;
        }

        await PageReply.ErrorAsync(
            context,
            pages,
            "The application is not known here any more.",
            "Go back to the application and connect it again."
        );
    }
}
