namespace ClickUpMcp.Authorization.Pages;

/// <summary>Asks a user who comes back from ClickUp in which of several workspaces a client may work; the form sends decision and workspaces.</summary>
/// <param name="ClientName">What the client calls itself; written by others.</param>
/// <param name="RedirectHost">Where the user will be sent with the result.</param>
/// <param name="UserName">The user's name at ClickUp.</param>
/// <param name="Workspaces">All that ClickUp allowed; one must stay.</param>
/// <param name="Form">The form.</param>
/// <param name="IsNothingChosen">Whether the form came back without a workspace, so that the page is shown again and says so.</param>
public sealed record WorkspacePageModel(
    string ClientName,
    string RedirectHost,
    string UserName,
    IReadOnlyList<GrantedWorkspace> Workspaces,
    PageForm Form,
    bool IsNothingChosen = false
);
