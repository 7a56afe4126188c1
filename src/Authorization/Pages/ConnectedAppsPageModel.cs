namespace ClickUpMcp.Authorization.Pages;

/// <summary>Shows a user what was allowed to which clients; the form has a button per grant that revokes it.</summary>
/// <param name="UserName">The user's name at ClickUp.</param>
/// <param name="Grants">The user's grants; may be none.</param>
/// <param name="WasRevoked">Whether the page is the answer to a button: one was just revoked.</param>
/// <param name="Form">The form of the revoking buttons.</param>
/// <param name="SignOut">The form of the button that signs out.</param>
public sealed record ConnectedAppsPageModel(
    string UserName,
    IReadOnlyList<Grant> Grants,
    bool WasRevoked,
    PageForm Form,
    PageForm SignOut
);
