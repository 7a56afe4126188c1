using ClickUpMcp.Authorization.Upstream;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>How far a sign-in has come.</summary>
/// <param name="Stage">What comes next.</param>
/// <param name="Browser">The hash of the cookie of the browser that began it: no other can go on with it.</param>
/// <param name="Request">The client's authorization request, as its query; null for the page of connected apps.</param>
/// <param name="Scopes">What the user allowed.</param>
/// <param name="Account">Who the user is at ClickUp; null until ClickUp has said so.</param>
/// <param name="Token">The ClickUp token; null until ClickUp has given it.</param>
/// <param name="Workspaces">The ids of the workspaces that the user allowed.</param>
internal sealed record SignInContent(
    SignInStage Stage,
    string Browser,
    string? Request,
    IReadOnlyList<string> Scopes,
    ClickUpAccount? Account,
    string? Token,
    IReadOnlyList<string> Workspaces
);
