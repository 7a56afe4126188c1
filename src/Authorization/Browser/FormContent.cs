namespace ClickUpMcp.Authorization.Browser;

/// <summary>What a form brings back of the page that it was on.</summary>
/// <param name="Browser">The hash of the cookie of the browser that the page was shown in.</param>
/// <param name="Expires">Until when the form may be sent.</param>
/// <param name="Request">The client's authorization request, as its query; null where there is none.</param>
/// <param name="Scopes">What the client asked for.</param>
/// <param name="Handle">The sign-in that the form goes on with; null where there is none.</param>
internal sealed record FormContent(
    string Browser,
    DateTimeOffset Expires,
    string? Request,
    IReadOnlyList<string> Scopes,
    string? Handle
);
