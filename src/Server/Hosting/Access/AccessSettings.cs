using ClickUpMcp.Authorization.Issuers;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting.Access;

/// <summary>The table of what can be configured of who may come in, besides the file of bearer tokens.</summary>
internal static class AccessSettings
{
    public static Setting[] All { get; } =
    [
        new(
            "jwtIssuer",
            "jwt-issuer",
            "CLICKUP_MCP_JWT_ISSUER",
            "URL",
            "identity provider of your own whose tokens (JWT) let in, exactly as they name it",
            (o, v) => o.Access.JwtIssuer = Issuer(v)
        ),
        new(
            "jwtAudience",
            "jwt-audience",
            "CLICKUP_MCP_JWT_AUDIENCE",
            "TEXT",
            "whom its tokens must be for (the public URL with /mcp)",
            (o, v) => o.Access.JwtAudience = v
        ),
        new(
            "jwtKeys",
            "jwt-keys",
            "CLICKUP_MCP_JWT_JWKS",
            "URL",
            "where its keys (JWKS) are (as its metadata says)",
            (o, v) => o.Access.JwtKeys = Trusted(v)
        ),
        new(
            "initialScopes",
            "initial-scopes",
            "CLICKUP_MCP_INITIAL_SCOPES",
            "A,B",
            "scopes that clients that sign in are told to ask for at first: of read, write, delete, admin (read)",
            (o, v) => o.Access.InitialScopes = Scopes(v)
        ),
    ];

    /// <summary>Reads a list of scopes.</summary>
    /// <exception cref="FormatException">It names another, or none.</exception>
    public static ToolScopes Scopes(string value)
    {
        string[] words = SettingValues.List(value);
        ToolScopes scopes = ToolScopeWords.Parse(words);
        return words.Length > 0 && words.All(static word => ToolScopeWords.Parse([word]) != ToolScopes.None)
            ? scopes
            : throw new FormatException("one or more of read, write, delete and admin, separated by commas");
    }

    /// <summary>Reads a list of what tokens can be bound to, in the order of the table.</summary>
    /// <exception cref="FormatException">It names something else, or nothing.</exception>
    public static string[] Marks(string value)
    {
        string[] words = SettingValues.List(value);
        return words.All(static word => SenderMark.All.Contains(word, StringComparer.Ordinal))
            ? [.. SenderMark.All.Where(words.Contains)]
            : throw new FormatException($"one or more of {string.Join(", ", SenderMark.All)}, separated by commas");
    }

    private static string Issuer(string value)
    {
        Trusted(value);
        return value;
    }

    private static Uri Trusted(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? url) && IssuerKeys.IsTrusted(url) && url.UserInfo.Length == 0
            ? url
            : throw new FormatException("an https URL, or an http URL of this machine, without user and password");
}
