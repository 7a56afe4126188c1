namespace ClickUpMcp.Authorization;

/// <summary>The paths of the authorization server; those of the first revision that knew OAuth are its own defaults.</summary>
public static class Paths
{
    public const string Metadata = "/.well-known/oauth-authorization-server";
    public const string OpenIdMetadata = "/.well-known/openid-configuration";
    public const string Authorize = "/authorize";
    public const string Consent = "/authorize/consent";
    public const string Callback = "/authorize/callback";
    public const string Workspaces = "/authorize/workspaces";
    public const string Token = "/token";
    public const string Revoke = "/revoke";
    public const string Register = "/register";
    public const string ConnectedApps = "/connected-apps";
    public const string SignIn = "/connected-apps/sign-in";
    public const string SignOut = "/connected-apps/sign-out";

    /// <summary>All paths with the methods that they take; what is not here does not exist.</summary>
    public static IReadOnlyList<(string Path, IReadOnlyList<string> Methods)> All { get; } =
    [
        (Metadata, ["GET"]),
        (OpenIdMetadata, ["GET"]),
        (Authorize, ["GET"]),
        (Consent, ["POST"]),
        (Callback, ["GET"]),
        (Workspaces, ["POST"]),
        (Token, ["POST"]),
        (Revoke, ["POST"]),
        (Register, ["POST"]),
        (ConnectedApps, ["GET", "POST"]),
        (SignIn, ["POST"]),
        (SignOut, ["POST"]),
    ];
}
