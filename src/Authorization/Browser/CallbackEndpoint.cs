using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Upstream;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Where ClickUp sends users back to: goes on only in the browser whose user consented, and only once (O-04).</summary>
internal sealed class CallbackEndpoint(
    SignInStore signIns,
    StateSeal seal,
    ClickUpSignIn clickUp,
    WorkspaceEndpoint workspaces,
    ConnectedAppsEndpoint apps,
    IPages pages
)
{
    private const int LongestCode = 512;

    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken cancellationToken = context.RequestAborted;
        IQueryCollection query = context.Request.Query;
        if (
            seal.Verify(Single(query, "state")) is not { } handle
            || await signIns.FindAsync(
                handle,
                BrowserCookie.SignIn.Read(context.Request),
                SignInStage.AtClickUp,
                cancellationToken
            )
                is not { } signIn
        )
        {
            await PageReply.ErrorAsync(
                context,
                pages,
                "This sign-in was not begun in this browser, is over, or took longer than ten minutes.",
                "Go back to the application and connect it again, in one browser."
            );
            return;
        }

        SignInContent next = await AskClickUpAsync(signIn.Content, Single(query, "code"), cancellationToken);
        if (!await signIns.TryAdvanceAsync(signIn, next, cancellationToken))
        {
            await PageReply.ErrorAsync(
                context,
                pages,
                "This sign-in went on elsewhere at the same time.",
                "Go back to the application and connect it again."
            );
            return;
        }

        await GoOnAsync(context, handle, next);
    }

    private async Task<SignInContent> AskClickUpAsync(
        SignInContent content,
        string? code,
        CancellationToken cancellationToken
    )
    {
        if (code is not { Length: > 0 and <= LongestCode })
        {
            return content with { Stage = SignInStage.Denied };
        }

        try
        {
            string token = await clickUp.ExchangeAsync(code, cancellationToken);
            ClickUpAccount account = await clickUp.DescribeAsync(token, cancellationToken);
            bool mustChoose = content.Request is not null && account.Workspaces.Count > 1;
            return content with
            {
                Stage = mustChoose ? SignInStage.ChoosesWorkspaces : SignInStage.Allowed,
                Account = account,
                // Whoever only looks at connected apps leaves no token behind.
                Token = content.Request is null ? null : token,
                Workspaces = mustChoose ? [] : [.. account.Workspaces.Select(static workspace => workspace.Id)],
            };
        }
        catch (ClickUpException)
        {
            return content with { Stage = SignInStage.Failed };
        }
    }

    private Task GoOnAsync(HttpContext context, string handle, SignInContent content) =>
        content switch
        {
            { Request: null, Stage: SignInStage.Allowed } => apps.BeginAsync(context, content.Account!),
            { Request: null } => PageReply.ErrorAsync(
                context,
                pages,
                "ClickUp did not confirm who you are.",
                "Open the page of connected applications again."
            ),
            { Stage: SignInStage.ChoosesWorkspaces } => workspaces.ShowAsync(context, handle, content),
            _ => PageReply.RedirectAsync(context, AuthorizeAddress.Resume(content.Request, handle)),
        };

    private static string? Single(IQueryCollection query, string name) => query[name] is [{ } value] ? value : null;
}
