using ClickUpMcp.Projection;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting;

/// <summary>The table of everything that can be configured.</summary>
internal static class Settings
{
    /// <summary>The flag and variable that name the configuration file itself.</summary>
    public const string ConfigFlag = "config";
    public const string ConfigVariable = "CLICKUP_MCP_CONFIG";

    /// <summary>The variable for the tokens of further accounts.</summary>
    public const string AdditionalKeysVariable = "CLICKUP_ADDITIONAL_API_KEYS";

    /// <remarks>An array: walking it through an interface would touch far more of the image at every start.</remarks>
    public static Setting[] All { get; } =
    [
        new("apiKey", null, "CLICKUP_API_KEY", null, "ClickUp token", (o, v) => o.ApiKey = SettingValues.ApiKey(v)),
        new(
            "apiKeyFile",
            "api-key-file",
            null,
            "PATH",
            "file that holds the ClickUp token and nothing else",
            (o, v) => o.ApiKey = SettingFile.Read(v, o, "--api-key-file", SettingValues.ApiKey)
        ),
        new(
            "keyring",
            "keyring",
            "CLICKUP_MCP_KEYRING",
            null,
            "where no token is configured, take the one in the keyring of this machine (login)",
            (o, v) => o.Keyring = SettingValues.Boolean(v)
        ),
        new(
            "additionalApiKeys",
            null,
            AdditionalKeysVariable,
            null,
            "ClickUp tokens of further accounts, with commas",
            (o, v) => o.AdditionalApiKeys = SettingValues.ApiKeys(v)
        ),
        new(
            "teamId",
            "team-id",
            "CLICKUP_TEAM_ID",
            "ID",
            "id of the workspace to work in",
            (o, v) => o.WorkspaceId = SettingValues.Digits(v)
        ),
        new(
            "workspace",
            "workspace",
            "CLICKUP_MCP_WORKSPACE",
            "ID",
            "id of the one workspace that calls may reach; any other is refused",
            (o, v) => o.OnlyWorkspace = SettingValues.Digits(v)
        ),
        new(
            "apiBaseUrl",
            "api-base-url",
            "CLICKUP_API_BASE_URL",
            "URL",
            "where ClickUp is: a host of ClickUp, or this machine",
            (o, v) => o.ApiBaseUrl = v.TrimEnd('/')
        ),
        new(
            "allowOtherApiHost",
            "allow-other-api-host",
            "CLICKUP_MCP_ALLOW_OTHER_API_HOST",
            null,
            "let the API's address be at a host that is not ClickUp's",
            (o, v) => o.AllowOtherApiHost = SettingValues.Boolean(v)
        ),
        new(
            "persona",
            "persona",
            "CLICKUP_MCP_PERSONA",
            "NAME",
            "show the tools of one persona",
            (o, v) => o.Persona = v
        ),
        new(
            "enabledTools",
            "enabled-tools",
            "ENABLED_TOOLS",
            "A,B",
            "show only these tools",
            (o, v) => o.EnabledTools = SettingValues.List(v)
        ),
        new(
            "disabledTools",
            "disabled-tools",
            "DISABLED_TOOLS",
            "A,B",
            "hide these tools",
            (o, v) => o.DisabledTools = SettingValues.List(v)
        ),
        new(
            "enabledCategories",
            "enabled-categories",
            "ENABLED_CATEGORIES",
            "A,B",
            "show only tools of these categories",
            (o, v) => o.EnabledCategories = SettingValues.List(v)
        ),
        new(
            "disabledCategories",
            "disabled-categories",
            "DISABLED_CATEGORIES",
            "A,B",
            "hide tools of these categories",
            (o, v) => o.DisabledCategories = SettingValues.List(v)
        ),
        new(
            "readOnly",
            "read-only",
            "CLICKUP_MCP_READ_ONLY",
            null,
            "show only tools that change nothing",
            (o, v) => o.ReadOnly = SettingValues.Boolean(v)
        ),
        new(
            "writePlaces",
            "write-places",
            "CLICKUP_MCP_WRITE_PLACES",
            "A,B",
            "write only there, as space:Engineering,list:90152000011 (everywhere)",
            (o, v) => o.WritePlaces = [WritePlace.ParseList(v)]
        ),
        new(
            "policy",
            "policy",
            "CLICKUP_MCP_POLICY",
            "FILE",
            "rules of who may do what, where and when, which narrow all else (none)",
            (o, v) => o.Policy = new PolicyFile(v)
        ),
        new(
            "confirm",
            "confirm",
            "CLICKUP_MCP_CONFIRM",
            "WHAT",
            "which changes a person must confirm: never, always, destructive, bulk, or destructive,bulk (never)",
            (o, v) => o.Confirmation = SettingValues.Confirmation(v)
        ),
        new(
            "lockdown",
            "lockdown",
            "CLICKUP_MCP_LOCKDOWN",
            "off|flag|drop",
            "mark or leave out what guests and outsiders wrote, as far as ClickUp shows it (off)",
            (o, v) => o.Lockdown = SettingValues.Lockdown(v)
        ),
        new(
            "undo",
            "undo",
            "CLICKUP_MCP_UNDO",
            "on|off",
            "note how to undo what a session changes, for a read before each change (on)",
            (o, v) => o.NotesChanges = SettingValues.Boolean(v)
        ),
        new(
            "format",
            "format",
            "CLICKUP_MCP_FORMAT",
            "text|json",
            "how results are written (text)",
            (o, v) => o.Format = SettingValues.Format(v)
        ),
        new(
            "structured",
            "structured",
            "CLICKUP_MCP_STRUCTURED",
            null,
            "also give structured content, and list its schemas",
            (o, v) => o.Structured = SettingValues.Boolean(v)
        ),
        new(
            "fullSchemas",
            "full-schemas",
            "CLICKUP_MCP_FULL_SCHEMAS",
            null,
            "list every argument of each tool with all its constraints",
            (o, v) => o.FullSchemas = SettingValues.Boolean(v)
        ),
        new(
            "logLevel",
            "log-level",
            "CLICKUP_MCP_LOG_LEVEL",
            "LEVEL",
            "debug, info, warning, error or none (warning)",
            (o, v) => o.LogLevel = SettingValues.Level(v)
        ),
        new(
            "logFormat",
            "log-format",
            "CLICKUP_MCP_LOG_FORMAT",
            "text|json",
            "how a line of the log is written (text)",
            (o, v) => o.LogsJson = SettingValues.Format(v) == OutputFormat.Json
        ),
        new(
            "timeZone",
            "time-zone",
            "CLICKUP_MCP_TIME_ZONE",
            "ZONE",
            "IANA time zone of times, as Europe/Berlin (your ClickUp setting)",
            (o, v) => o.TimeZone = SettingValues.TimeZone(v)
        ),
        new(
            "maxResponseBytes",
            "max-response-bytes",
            "CLICKUP_MCP_MAX_RESPONSE_BYTES",
            "N",
            "longest result, 1000 to 10000000 (what the client takes)",
            (o, v) => o.MaxResponseBytes = SettingValues.Integer(v, 1_000, 10_000_000)
        ),
        new(
            "callsPerMinute",
            "calls-per-minute",
            "CLICKUP_MCP_CALLS_PER_MINUTE",
            "N",
            "tool calls a minute, 0 = no limit (60)",
            (o, v) => o.CallsPerMinute = SettingValues.Integer(v, 0, 1_000_000)
        ),
        new(
            "watchSeconds",
            "watch-seconds",
            "CLICKUP_MCP_WATCH_SECONDS",
            "N",
            "seconds between looks at what is subscribed to, from 15, 0 = none (60)",
            (o, v) =>
                o.WatchPace = TimeSpan.FromSeconds(
                    SettingValues.Integer(v, 0, 86_400) is var seconds and (0 or >= 15)
                        ? seconds
                        : throw new FormatException("0, or a number from 15 to 86400")
                )
        ),
        new(
            "callsPerDay",
            "calls-per-day",
            "CLICKUP_MCP_CALLS_PER_DAY",
            "N",
            "tool calls a day, 0 = no limit (0)",
            (o, v) => o.CallsPerDay = SettingValues.Integer(v, 0, 1_000_000_000)
        ),
        new(
            "sessionBudget",
            "session-budget",
            "CLICKUP_MCP_SESSION_BUDGET",
            "BUDGET",
            "what a session may use: calls=N,writes=N,requests=N,bytes=N (no end)",
            (o, v) => o.SessionBudget = SessionLimits.ParseBudget(v)
        ),
        new(
            "repeatLimit",
            "repeat-limit",
            "CLICKUP_MCP_REPEAT_LIMIT",
            "N",
            "the same call within a minute, 0 = no limit (0)",
            (o, v) => o.RepeatLimit = SettingValues.Integer(v, 0, 1_000_000)
        ),
        new(
            "upstreamPerMinute",
            "upstream-per-minute",
            "CLICKUP_MCP_UPSTREAM_PER_MINUTE",
            "N",
            "requests a minute to ClickUp, 0 = no pacing (what ClickUp allows)",
            (o, v) => o.UpstreamPerMinute = SettingValues.Integer(v, 0, 1_000_000)
        ),
        new(
            "maxInFlight",
            "max-in-flight",
            "CLICKUP_MCP_MAX_IN_FLIGHT",
            "N",
            "requests to ClickUp at once, 0 = any number (6)",
            (o, v) => o.MaxInFlight = SettingValues.Integer(v, 0, 10_000)
        ),
        new(
            "audit",
            "audit",
            "CLICKUP_MCP_AUDIT",
            "stderr|none|store|PATH",
            "where each tool call is recorded (none; over HTTP stderr)",
            (o, v) => o.Audit = v
        ),
        new(
            "auditKeyFile",
            "audit-key-file",
            "CLICKUP_MCP_AUDIT_KEY_FILE",
            "PATH",
            "file with the secret of the digests in the audit (one kept on this machine, or sealed in the store)",
            (o, v) => o.AuditKey = SettingFile.Read(v, o, "--audit-key-file", SettingValues.SharedKey)
        ),
        new(
            "auditRequired",
            "audit-required",
            "CLICKUP_MCP_AUDIT_REQUIRED",
            null,
            "refuse calls while the audit cannot be written",
            (o, v) => o.AuditRequired = SettingValues.Boolean(v)
        ),
        new(
            "auditMaxMib",
            "audit-max-mib",
            "CLICKUP_MCP_AUDIT_MAX_MIB",
            "N",
            "MiB of the audit that are kept in a file or store, 0 = all (1024)",
            (o, v) => o.AuditMaxMib = SettingValues.Integer(v, 0, 1_000_000)
        ),
        new(
            "auditDays",
            "audit-days",
            "CLICKUP_MCP_AUDIT_DAYS",
            "N",
            "days for which the audit is kept in a file or store, 0 = for ever (90)",
            (o, v) => o.AuditDays = SettingValues.Integer(v, 0, 36_500)
        ),
        new(
            "filesRoots",
            "files-roots",
            "CLICKUP_MCP_FILES_ROOTS",
            "DIR",
            "folders whose files may be uploaded, over stdio alone (none)",
            (o, v) => o.Files.Roots = FileSettingValues.Roots(v)
        ),
        new(
            "downloadRoot",
            "download-root",
            "CLICKUP_MCP_DOWNLOAD_ROOT",
            "DIR",
            "folder that attachments may be saved in, over stdio alone (none)",
            (o, v) => o.Files.DownloadRoot = FileSettingValues.Folder(v)
        ),
        new(
            "filesDeny",
            "files-deny",
            "CLICKUP_MCP_FILES_DENY",
            "A,B",
            "names in them that are refused besides those of secrets, as *.bak",
            (o, v) => o.Files.Denied = FileSettingValues.Names(v)
        ),
        new(
            "filesAllow",
            "files-allow",
            "CLICKUP_MCP_FILES_ALLOW",
            "A,B",
            "names in them that are not refused as those of secrets, as .gitignore",
            (o, v) => o.Files.Allowed = FileSettingValues.Names(v)
        ),
        new(
            "fileUrls",
            "file-urls",
            "CLICKUP_MCP_FILE_URLS",
            null,
            "fetch files from public https addresses (true; over HTTP false)",
            (o, v) => o.Files.Urls = SettingValues.Boolean(v)
        ),
        new(
            "maxFileMib",
            "max-file-mib",
            "CLICKUP_MCP_MAX_FILE_MIB",
            "N",
            "MiB that a file may have, 1 to 1024 (256)",
            (o, v) => o.Files.MaxMib = SettingValues.Integer(v, 1, 1024)
        ),
        new(
            "sandboxStrict",
            "sandbox-strict",
            "CLICKUP_MCP_SANDBOX_STRICT",
            null,
            "with --sandbox: use the configured token, and refuse a wrong one",
            (o, v) => o.SandboxStrict = SettingValues.Boolean(v)
        ),
    ];
}
