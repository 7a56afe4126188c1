using ClickUpMcp.Authorization.Pages.Documents;

namespace ClickUpMcp.Authorization.Pages;

/// <summary>Makes pages in HTML that need neither script nor anything from elsewhere.</summary>
/// <param name="serverHost">The host of this server as people reach it, from its settings and never from a request.</param>
public sealed class HtmlPages(string serverHost) : IPages
{
    public Page Consent(ConsentPageModel model) => new ConsentDocument(serverHost, model).Render();

    public Page Workspaces(WorkspacePageModel model) => new WorkspaceDocument(serverHost, model).Render();

    public Page SignIn(SignInPageModel model) => new SignInDocument(serverHost, model).Render();

    public Page ConnectedApps(ConnectedAppsPageModel model) => new ConnectedAppsDocument(serverHost, model).Render();

    public Page Error(ErrorPageModel model) => new ErrorDocument(serverHost, model).Render();

    public Page Done(DonePageModel model) => new DoneDocument(serverHost, model).Render();
}
