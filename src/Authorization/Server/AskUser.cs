using System.Security.Cryptography;
using ClickUpMcp.Authorization.Browser;
using ClickUpMcp.Authorization.Clients;
using ClickUpMcp.Authorization.Limits;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Authorization.Tokens;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Answers authorization requests: with the page that asks the user, each time, and in the end with a code or a refusal.</summary>
internal sealed class AskUser(
    AuthorizationOptions options,
    RequestLimits limits,
    ConsentPage page,
    SignInStore signIns,
    GrantStore grants,
    ClientDirectory clients,
    IPages pages,
    TimeProvider time
) : IOpenIddictServerHandler<HandleAuthorizationRequestContext>
{
    // Clients ask for it to get refresh tokens, which they get anyway.
    private const string OfflineAccess = "offline_access";

    public async ValueTask HandleAsync(HandleAuthorizationRequestContext context)
    {
        HttpContext http = context.Transaction.GetHttpRequest()!.HttpContext;
        Client client = context.Transaction.GetProperty<Client>(typeof(Client).FullName!)!;
        if (await limits.CountClientAsync(Paths.Authorize, client.Id, context.CancellationToken) is not null)
        {
            context.Reject("temporarily_unavailable", "Too many sign-ins of this application; try again in a minute.");
            return;
        }

        if (Resource(context.Request) is not { } resource)
        {
            context.Reject(Errors.InvalidTarget, $"resource is {options.Resource} or a part of it, once.");
            return;
        }

        string[] asked = [.. context.Request.GetScopes().Where(static scope => scope != OfflineAccess)];
        if (asked.FirstOrDefault(static scope => !Scopes.All.Contains(scope, StringComparer.Ordinal)) is not null)
        {
            context.Reject(Errors.InvalidScope, $"The scopes are: {string.Join(' ', Scopes.All)}.");
            return;
        }

        if (context.Request.GetParameter(AuthorizeAddress.Parameter) is { } handle)
        {
            await AnswerAsync(context, http, client, resource, (string?)handle ?? "");
            return;
        }

        // Nothing was asked for: the least.
        IReadOnlyList<string> scopes = asked.Length == 0 ? [Scopes.Read] : [.. Scopes.All.Where(asked.Contains)];
        await page.ShowAsync(http, client, context.Request.RedirectUri!, http.Request.QueryString.Value!, scopes);
        context.HandleRequest();
    }

    // The browser is back with a sign-in that is over; it is good for the very request that began it.
    private async Task AnswerAsync(
        HandleAuthorizationRequestContext context,
        HttpContext http,
        Client client,
        string resource,
        string handle
    )
    {
        SignIn? signIn = await FindAsync(handle, http.Request, context.CancellationToken);
        bool isOfThis =
            signIn?.Content.Request is { } request
            && http.Request.Path + http.Request.QueryString == AuthorizeAddress.Resume(request, handle)
            && await signIns.TryEndAsync(signIn, context.CancellationToken);
        if (!isOfThis)
        {
            await PageReply.ErrorAsync(
                http,
                pages,
                "This sign-in was not begun in this browser, or is over.",
                "Go back to the application and connect it again."
            );
            context.HandleRequest();
            return;
        }

        switch (signIn!.Content)
        {
            case { Stage: SignInStage.Denied }:
                context.Reject(Errors.AccessDenied, "The user did not allow it.");
                break;
            case { Stage: SignInStage.Failed }:
                context.Reject(Errors.ServerError, "ClickUp did not confirm the sign-in; try again later.");
                break;
            default:
                Grant grant = Grant(client, signIn.Content);
                await grants.AddAsync(grant, signIn.Content.Token!, context.CancellationToken);
                await clients.RenewAsync(client.Id, context.CancellationToken);
                context.SignIn(TokenPrincipal.Of(grant, resource));
                break;
        }
    }

    // Who refused on our page has no cookie but that of the form.
    private async ValueTask<SignIn?> FindAsync(string handle, HttpRequest request, CancellationToken cancellationToken)
    {
        string? browser = BrowserCookie.SignIn.Read(request);
        string? refusing = BrowserCookie.Form.Read(request);
        return await signIns.FindAsync(handle, browser, SignInStage.Allowed, cancellationToken)
            ?? await signIns.FindAsync(handle, browser, SignInStage.Denied, cancellationToken)
            ?? await signIns.FindAsync(handle, browser, SignInStage.Failed, cancellationToken)
            ?? await signIns.FindAsync(handle, refusing, SignInStage.Denied, cancellationToken);
    }

    private Grant Grant(Client client, SignInContent content) =>
        new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            content.Account!.Owner,
            client.Id,
            client.Name,
            client.VerifiedHost is not null,
            content.Scopes,
            [.. content.Account.Workspaces.Where(workspace => content.Workspaces.Contains(workspace.Id))],
            time.GetUtcNow(),
            time.GetUtcNow(),
            time.GetUtcNow() + options.RefreshTokenLife
        )
        {
            Binding = SenderBinding.Create(options.BindTokensTo),
        };

    private string? Resource(OpenIddictRequest request) =>
        request.GetResources() switch
        {
            // Clients of the first revision with OAuth name none.
            { IsDefaultOrEmpty: true } => options.Resource,
            [var one] when Resources.IsOurs(one, options) => one,
            _ => null,
        };
}
