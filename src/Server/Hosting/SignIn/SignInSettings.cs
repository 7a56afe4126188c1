using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Http;

namespace ClickUpMcp.Hosting.SignIn;

/// <summary>The table of what can be configured of signing in.</summary>
internal static class SignInSettings
{
    /// <summary>Those that name the application at ClickUp: all that a sign-in on one machine needs.</summary>
    public static Setting[] Application => All[..2];

    public static Setting[] All { get; } =
    [
        new(
            "oauthClientId",
            "oauth-client-id",
            "CLICKUP_MCP_OAUTH_CLIENT_ID",
            "ID",
            "id of your application at ClickUp: lets users sign in (OAuth), with --public-url",
            (o, v) => o.Http.SignIn.ClientId = v
        ),
        new(
            "oauthClientSecret",
            null,
            "CLICKUP_MCP_OAUTH_CLIENT_SECRET",
            null,
            "secret of that application",
            (o, v) => o.Http.SignIn.ClientSecret = new Secret(v)
        ),
        new(
            "noRegistration",
            "no-registration",
            "CLICKUP_MCP_NO_REGISTRATION",
            null,
            "do not let clients register themselves; those with a metadata document still come in",
            (o, v) => o.Http.SignIn.AllowsRegistration = !SettingValues.Boolean(v)
        ),
        new(
            "noClientDocuments",
            "no-client-documents",
            "CLICKUP_MCP_NO_CLIENT_DOCUMENTS",
            null,
            "fetch no metadata documents of clients, as behind a firewall: they register themselves instead",
            (o, v) => o.Http.SignIn.AllowsClientDocuments = !SettingValues.Boolean(v)
        ),
        new(
            "oauthRedirectHosts",
            "oauth-redirect-hosts",
            "CLICKUP_MCP_OAUTH_REDIRECT_HOSTS",
            "A,B",
            "hosts that clients may return users to, beside this machine (any)",
            (o, v) => o.Http.SignIn.RedirectHosts = HttpSettingValues.Hosts(v)
        ),
        new(
            "oauthRedirectSchemes",
            "oauth-redirect-schemes",
            "CLICKUP_MCP_OAUTH_REDIRECT_SCHEMES",
            "A,B",
            "schemes of applications that clients may return users to, as cursor (none)",
            (o, v) => o.Http.SignIn.RedirectSchemes = Schemes(v)
        ),
        new(
            "bindTokens",
            "bind-tokens",
            "CLICKUP_MCP_BIND_TOKENS",
            "A,B",
            "what of its sender a token is bound to: of client, device, network (nothing)",
            (o, v) => o.Http.SignIn.BindTokensTo = AccessSettings.Marks(v)
        ),
        new(
            "accessTokenMinutes",
            "access-token-minutes",
            "CLICKUP_MCP_ACCESS_TOKEN_MINUTES",
            "N",
            "minutes that access tokens live, at most a day (60)",
            (o, v) => o.Http.SignIn.AccessTokenMinutes = SettingValues.Integer(v, 1, 24 * 60)
        ),
        new(
            "refreshTokenDays",
            "refresh-token-days",
            "CLICKUP_MCP_REFRESH_TOKEN_DAYS",
            "N",
            "days after which a sign-in that is not used ends, at most 30 (30)",
            (o, v) => o.Http.SignIn.RefreshTokenDays = SettingValues.Integer(v, 1, 30)
        ),
    ];

    // Those that run script or open files are no applications.
    private static string[] Schemes(string value)
    {
        string[] schemes = SettingValues.List(value);
        return schemes.All(static scheme =>
            Uri.CheckSchemeName(scheme)
            && !scheme.AsSpan().ContainsAnyInRange('A', 'Z')
            && scheme is not ("http" or "https" or "javascript" or "data" or "vbscript" or "file" or "blob" or "about")
        )
            ? schemes
            : throw new FormatException(
                "schemes of applications in lower case, as cursor or vscode, separated by commas"
            );
    }
}
