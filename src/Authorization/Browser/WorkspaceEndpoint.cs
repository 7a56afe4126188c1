using ClickUpMcp.Authorization.Clients;
using ClickUpMcp.Authorization.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Lets a user who comes back from ClickUp choose in which of several workspaces a client may work.</summary>
internal sealed class WorkspaceEndpoint(Forms forms, SignInStore signIns, ClientDirectory clients, IPages pages)
{
    /// <summary>Shows the page.</summary>
    public async Task ShowAsync(HttpContext context, string handle, SignInContent content, bool isNothingChosen = false)
    {
        Dictionary<string, StringValues> request = QueryHelpers.ParseQuery(content.Request);
        string redirect = request["redirect_uri"].ToString();
        Client? client = await clients.FindAsync(request["client_id"].ToString(), context.RequestAborted);
        WorkspacePageModel model = new(
            client?.Name ?? "The application",
            RedirectUris.Describe(redirect),
            content.Account!.Name,
            content.Account.Workspaces,
            forms.Create(context, Paths.Workspaces, [RedirectUris.FormTarget(redirect)], handle: handle)
        )
        {
            IsNothingChosen = isNothingChosen,
        };
        await PageReply.WriteAsync(context, StatusCodes.Status200OK, pages.Workspaces(model));
    }

    /// <summary>Takes the answer.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (
            await forms.ReadAsync(context, Paths.Workspaces) is not { Content.Handle: { } handle } form
            || await signIns.FindAsync(
                handle,
                BrowserCookie.SignIn.Read(context.Request),
                SignInStage.ChoosesWorkspaces,
                context.RequestAborted
            )
                is not { } signIn
        )
        {
            await RefuseAsync(context);
            return;
        }

        bool isAllowed = form.Fields[FormFields.Decision] == FormFields.Allow;
        string[] chosen =
        [
            .. signIn
                .Content.Account!.Workspaces.Select(static workspace => workspace.Id)
                .Where(id => form.Fields[FormFields.Workspace].Contains(id)),
        ];
        if (isAllowed && chosen.Length == 0)
        {
            // The page again, without having taken the step.
            await ShowAsync(context, handle, signIn.Content, isNothingChosen: true);
            return;
        }

        SignInContent next = signIn.Content with
        {
            Stage = isAllowed ? SignInStage.Allowed : SignInStage.Denied,
            Token = isAllowed ? signIn.Content.Token : null,
            Workspaces = chosen,
        };
        if (!await signIns.TryAdvanceAsync(signIn, next, context.RequestAborted))
        {
            await RefuseAsync(context);
            return;
        }

        await PageReply.RedirectAsync(context, AuthorizeAddress.Resume(next.Request!, handle));
    }

    private Task RefuseAsync(HttpContext context) =>
        PageReply.ErrorAsync(
            context,
            pages,
            "This answer does not belong to a sign-in of this browser that is under way.",
            "Go back to the application and connect it again."
        );
}
