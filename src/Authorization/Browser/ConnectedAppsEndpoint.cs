using System.Text.Json;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Authorization.Upstream;
using ClickUpMcp.Storage;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>The page on which users see what they allowed to which clients, and take it back.</summary>
internal sealed class ConnectedAppsEndpoint(
    Forms forms,
    SignInStore signIns,
    SealedStore sessions,
    GrantStore grants,
    StateSeal seal,
    ClickUpSignIn clickUp,
    AuthorizationOptions options,
    IPages pages,
    TimeProvider time
)
{
    private const int MostShown = 200;

    /// <summary>Shows the page, or asks the user to sign in first.</summary>
    public async Task ShowAsync(HttpContext context)
    {
        Page page = await FindSessionAsync(context) is { } session
            ? await RenderAsync(context, session, wasRevoked: false)
            : pages.SignIn(new SignInPageModel(forms.Create(context, Paths.SignIn, [ClickUpOrigin])));
        await PageReply.WriteAsync(context, StatusCodes.Status200OK, page);
    }

    /// <summary>Revokes what the user chose.</summary>
    public async Task RevokeAsync(HttpContext context)
    {
        if (
            await forms.ReadAsync(context, Paths.ConnectedApps) is not { } form
            || await FindSessionAsync(context) is not { } session
        )
        {
            await RefuseAsync(context);
            return;
        }

        string id = form.Fields[FormFields.Grant].ToString();
        // Somebody else's grant does not exist.
        bool isOwn =
            id.Length is > 0 and <= 64
            && id.All(char.IsAsciiHexDigitLower)
            && (await grants.FindGrantAsync(id, context.RequestAborted))?.Owner == session.Owner;
        bool wasRevoked = isOwn && await grants.RevokeAsync(id, context.RequestAborted);
        await PageReply.WriteAsync(context, StatusCodes.Status200OK, await RenderAsync(context, session, wasRevoked));
    }

    /// <summary>Sends a user who pressed the button to ClickUp.</summary>
    public async Task SignInAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context, Paths.SignIn) is null)
        {
            await RefuseAsync(context);
            return;
        }

        SignInContent begun = new(
            SignInStage.AtClickUp,
            BrowserCookie.SignIn.Ensure(context),
            Request: null,
            Scopes: [],
            Account: null,
            Token: null,
            Workspaces: []
        );
        string handle = await signIns.BeginAsync(begun, context.RequestAborted);
        await PageReply.RedirectAsync(context, clickUp.PageFor(seal.Sign(handle)));
    }

    /// <summary>Begins the session of a user whom ClickUp has confirmed.</summary>
    public async Task BeginAsync(HttpContext context, ClickUpAccount account)
    {
        string key = BrowserCookie.Session.Renew(context);
        await sessions.InsertAsync(
            new StoredRecord(
                AuthorizationRecords.PageSession,
                key,
                JsonSerializer.SerializeToUtf8Bytes(
                    new PageSessionContent(account.Owner, account.Name),
                    AuthorizationJson.Default.PageSessionContent
                ),
                time.GetUtcNow() + AuthorizationRecords.PageSession.LongestLife
            )
            {
                Owner = account.Owner,
            },
            context.RequestAborted
        );
        await PageReply.RedirectAsync(context, Paths.ConnectedApps);
    }

    /// <summary>Ends the session.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (await forms.ReadAsync(context, Paths.SignOut) is null)
        {
            await RefuseAsync(context);
            return;
        }

        if (BrowserCookie.Session.Read(context.Request) is { } key)
        {
            await sessions.TryRemoveAsync(AuthorizationRecords.PageSession, key, context.RequestAborted);
            BrowserCookie.Session.Remove(context);
        }

        await PageReply.RedirectAsync(context, Paths.ConnectedApps);
    }

    private string ClickUpOrigin => options.ClickUpAuthorizePage.GetLeftPart(UriPartial.Authority);

    private async Task<Page> RenderAsync(HttpContext context, PageSessionContent session, bool wasRevoked) =>
        pages.ConnectedApps(
            new ConnectedAppsPageModel(
                session.UserName,
                await grants.ListAsync(session.Owner, after: null, MostShown, context.RequestAborted),
                wasRevoked,
                forms.Create(context, Paths.ConnectedApps, []),
                forms.Create(context, Paths.SignOut, [])
            )
        );

    private async Task<PageSessionContent?> FindSessionAsync(HttpContext context) =>
        BrowserCookie.Session.Read(context.Request) is { } key
        && await sessions.FindAsync(AuthorizationRecords.PageSession, key, context.RequestAborted) is { } record
            ? JsonSerializer.Deserialize(record.Value.Span, AuthorizationJson.Default.PageSessionContent)
            : null;

    private Task RefuseAsync(HttpContext context) =>
        PageReply.ErrorAsync(
            context,
            pages,
            "This does not come from the page that was shown in this browser, or you were signed out.",
            "Open the page of connected applications again."
        );
}
