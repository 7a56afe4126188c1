namespace ClickUpMcp.Authorization.Pages;

/// <summary>Asks a user who wants to see the connected apps to sign in at ClickUp; the form has only a button.</summary>
/// <param name="Form">The form.</param>
public sealed record SignInPageModel(PageForm Form);
