namespace ClickUpMcp.Authorization.Pages;

/// <summary>Tells a user why it does not go on here; nothing is redirected, for the address might be an attacker's.</summary>
/// <param name="What">What happened, as a sentence.</param>
/// <param name="Next">What to do next, as a sentence.</param>
/// <param name="Code">A word for the cause, to tell to those who help, such as <c>invalid_client</c>; null if there is none.</param>
public sealed record ErrorPageModel(string What, string Next, string? Code = null);
