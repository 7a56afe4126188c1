namespace ClickUpMcp.Authorization.Pages;

/// <summary>Makes pages of what they show.</summary>
public interface IPages
{
    Page Consent(ConsentPageModel model);

    Page Workspaces(WorkspacePageModel model);

    Page SignIn(SignInPageModel model);

    Page ConnectedApps(ConnectedAppsPageModel model);

    Page Error(ErrorPageModel model);

    Page Done(DonePageModel model);
}
