namespace ClickUpMcp.Authorization.Pages;

/// <summary>The names of what forms send, and the words in them.</summary>
public static class FormFields
{
    /// <summary>The hidden field that ties a form to the browser it was shown in.</summary>
    public const string Token = "form_token";

    /// <summary>The name of the buttons: <see cref="Allow"/> or <see cref="Deny"/>.</summary>
    public const string Decision = "decision";

    public const string Allow = "allow";
    public const string Deny = "deny";

    /// <summary>The name of a box of a scope that stays allowed; its value is the scope.</summary>
    public const string Scope = "scope";

    /// <summary>The name of a box of a workspace that is allowed; its value is the workspace's id.</summary>
    public const string Workspace = "workspace";

    /// <summary>The name of the button that revokes a grant; its value is the grant's id.</summary>
    public const string Grant = "grant";
}
