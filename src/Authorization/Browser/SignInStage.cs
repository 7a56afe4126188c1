namespace ClickUpMcp.Authorization.Browser;

/// <summary>The steps of a sign-in.</summary>
internal enum SignInStage
{
    /// <summary>The user said yes here and was sent to ClickUp.</summary>
    AtClickUp,

    /// <summary>ClickUp said yes; the user chooses workspaces.</summary>
    ChoosesWorkspaces,

    /// <summary>All is said; the client gets its code.</summary>
    Allowed,

    /// <summary>The user said no, here or at ClickUp; the client is told.</summary>
    Denied,

    /// <summary>ClickUp could not be asked; the client is told.</summary>
    Failed,
}
