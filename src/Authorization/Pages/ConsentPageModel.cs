namespace ClickUpMcp.Authorization.Pages;

/// <summary>Asks a user whether a client may come in; shown before ClickUp is asked. The form sends decision and scopes.</summary>
/// <param name="ClientName">What the client calls itself; written by others.</param>
/// <param name="VerifiedHost">The host that vouches for the name; null where nobody does, and the page says so.</param>
/// <param name="RedirectHost">Where the user will be sent with the result: a host, or the scheme of an application.</param>
/// <param name="IsLoopback">Whether that is this machine, where any program can listen: the page warns.</param>
/// <param name="Scopes">What the client asks for; each can be left out but one must stay.</param>
/// <param name="Form">The form.</param>
/// <param name="IsNothingChosen">Whether the form came back without a scope, so that the page is shown again and says so.</param>
public sealed record ConsentPageModel(
    string ClientName,
    string? VerifiedHost,
    string RedirectHost,
    bool IsLoopback,
    IReadOnlyList<string> Scopes,
    PageForm Form,
    bool IsNothingChosen = false
);
