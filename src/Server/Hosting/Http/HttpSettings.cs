using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.SignIn;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Hosting.Telemetry;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The table of what can be configured of the server over HTTP; only its verb looks at it.</summary>
internal static class HttpSettings
{
    public static Setting[] All { get; } =
    [
        new(
            "listen",
            "listen",
            "CLICKUP_MCP_LISTEN",
            "ADDRESS:PORT",
            "where to listen, port 0 picks one (127.0.0.1:3000)",
            (o, v) => o.Http.Listen = HttpSettingValues.EndPoint(v)
        ),
        new(
            "publicUrl",
            "public-url",
            "CLICKUP_MCP_PUBLIC_URL",
            "URL",
            "address that clients use, as https://mcp.example.com",
            (o, v) => o.Http.PublicUrl = HttpSettingValues.PublicUrl(v)
        ),
        new(
            "tokensFile",
            "tokens-file",
            "CLICKUP_MCP_TOKENS_FILE",
            "PATH",
            "file of bearer tokens: a name and a SHA-256 on each line",
            (o, v) => o.Http.TokensFile = v
        ),
        new(
            "shareApiKey",
            "share-api-key",
            "CLICKUP_MCP_SHARE_API_KEY",
            null,
            "let everybody with a bearer token use the server's ClickUp token",
            (o, v) => o.Http.ShareApiKey = SettingValues.Boolean(v)
        ),
        new(
            "allowedHosts",
            "allowed-hosts",
            "CLICKUP_MCP_ALLOWED_HOSTS",
            "A,B",
            "further host names that clients may use",
            (o, v) => o.Http.AllowedHosts = HttpSettingValues.Hosts(v)
        ),
        new(
            "allowedOrigins",
            "allowed-origins",
            "CLICKUP_MCP_ALLOWED_ORIGINS",
            "A,B",
            "origins whose pages may use the server, as https://app.example.com",
            (o, v) => o.Http.AllowedOrigins = HttpSettingValues.Origins(v)
        ),
        new(
            "trustedProxies",
            "trusted-proxies",
            "CLICKUP_MCP_TRUSTED_PROXIES",
            "A,B",
            "addresses or networks of proxies whose X-Forwarded-For is believed, as 10.0.0.0/8 (none)",
            (o, v) => o.Http.TrustedProxies = HttpSettingValues.Networks(v)
        ),
        new(
            "tlsCertificate",
            "tls-certificate",
            "CLICKUP_MCP_TLS_CERTIFICATE",
            "PATH",
            "certificate chain in PEM, to speak https",
            (o, v) => o.Http.TlsCertificate = v
        ),
        new(
            "tlsKey",
            "tls-key",
            "CLICKUP_MCP_TLS_KEY",
            "PATH",
            "the certificate's key in PEM",
            (o, v) => o.Http.TlsKey = v
        ),
        new(
            "auditNames",
            "audit-names",
            "CLICKUP_MCP_AUDIT_NAMES",
            null,
            "record the names of the tokens file in the audit, beside their hashes",
            (o, v) => o.AuditNames = SettingValues.Boolean(v)
        ),
        new(
            "shareCaches",
            "share-caches",
            "CLICKUP_MCP_SHARE_CACHES",
            null,
            "let the sessions of one principal and ClickUp token share their caches of names",
            (o, v) => o.Http.ShareCaches = SettingValues.Boolean(v)
        ),
        new(
            "cursorKeyFile",
            "cursor-key-file",
            "CLICKUP_MCP_CURSOR_KEY_FILE",
            "PATH",
            "file with a secret that several servers share to read each other's cursors",
            (o, v) => o.Http.CursorKey = SettingFile.Read(v, o, "--cursor-key-file", SettingValues.SharedKey)
        ),
        new(
            "drainSeconds",
            "drain-seconds",
            "CLICKUP_MCP_DRAIN_SECONDS",
            "N",
            "time to finish requests before stopping (10)",
            (o, v) => o.Http.DrainSeconds = SettingValues.Integer(v, 0, 600)
        ),
        new(
            "maxConnections",
            "max-connections",
            "CLICKUP_MCP_MAX_CONNECTIONS",
            "N",
            "connections at once (10000)",
            (o, v) => o.Http.MaxConnections = SettingValues.Integer(v, 1, 1_000_000)
        ),
        new(
            "maxSessions",
            "max-sessions",
            "CLICKUP_MCP_MAX_SESSIONS",
            "N",
            "sessions at once (10000)",
            (o, v) => o.Http.MaxSessions = SettingValues.Integer(v, 1, 1_000_000)
        ),
        new(
            "maxSessionsPerPrincipal",
            "max-sessions-per-principal",
            "CLICKUP_MCP_MAX_SESSIONS_PER_PRINCIPAL",
            "N",
            "sessions of one principal (100)",
            (o, v) => o.Http.MaxSessionsPerPrincipal = SettingValues.Integer(v, 1, 1_000_000)
        ),
        new(
            "sessionIdleMinutes",
            "session-idle-minutes",
            "CLICKUP_MCP_SESSION_IDLE_MINUTES",
            "N",
            "minutes after which an unused session ends (30)",
            (o, v) => o.Http.SessionIdleMinutes = SettingValues.Integer(v, 1, 24 * 60)
        ),
        new(
            "metricsListen",
            "metrics-listen",
            "CLICKUP_MCP_METRICS_LISTEN",
            "ADDRESS:PORT",
            "where Prometheus finds metrics, at /metrics, for whoever can reach it (nowhere)",
            (o, v) => o.MetricsListen = HttpSettingValues.EndPoint(v)
        ),
        .. AdminSettings.All,
        .. AccessSettings.All,
        .. StoreSettings.All,
        .. SignInSettings.All,
        .. OtlpSettings.All,
    ];
}
