using System.Net;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Http;
using ClickUpMcp.Hosting.Telemetry;
using ClickUpMcp.Projection;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tools.Runtime;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting;

/// <summary>Everything that can be configured, after flags, environment and configuration file were read.</summary>
internal sealed record ServerOptions
{
    /// <summary>The public ClickUp.</summary>
    public const string PublicApi = "https://api.clickup.com";

    /// <summary>The ClickUp token; without one the server lists its tools and says in each result what is missing.</summary>
    public Secret? ApiKey { get; set; }

    /// <summary>Whether the token is in the keyring of this machine, where none is configured; it is read when it is first needed.</summary>
    public bool Keyring { get; set; }

    /// <summary>Whether there is a token, as far as is known without asking for it.</summary>
    public bool HasApiKey => ApiKey is not null || Keyring;

    /// <summary>The tokens of further accounts, whose workspaces are worked in as well.</summary>
    public Secret[] AdditionalApiKeys { get; set; } = [];

    /// <summary>The id of the workspace that no call leaves, whatever it names; null binds none.</summary>
    public string? OnlyWorkspace { get; set; }

    /// <summary>The id of the workspace to work in; null = the only one the token can see.</summary>
    public string? WorkspaceId { get; set; }

    /// <summary>Where ClickUp is, without a slash at its end; checked where it is used.</summary>
    public string ApiBaseUrl { get; set; } = PublicApi;

    /// <summary>Whether <see cref="ApiBaseUrl"/> may be at a host that is neither ClickUp's nor this machine.</summary>
    public bool AllowOtherApiHost { get; set; }

    /// <summary>The persona whose tools are shown; null = all tools.</summary>
    public string? Persona { get; set; }

    /// <summary>If not empty, only these tools are shown.</summary>
    public string[] EnabledTools { get; set; } = [];

    /// <summary>These tools are not shown.</summary>
    public string[] DisabledTools { get; set; } = [];

    /// <summary>If not empty, only tools of these categories are shown.</summary>
    public string[] EnabledCategories { get; set; } = [];

    /// <summary>Tools of these categories are not shown.</summary>
    public string[] DisabledCategories { get; set; } = [];

    /// <summary>Whether only tools that change nothing are shown.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>Lists of places, of each of which all that is written must be in one; empty = everywhere.</summary>
    public IReadOnlyList<IReadOnlyList<WritePlace>> WritePlaces { get; set; } = [];

    /// <summary>The rules of the policy file; null where there is none.</summary>
    public PolicyFile? Policy { get; set; }

    /// <summary>The time from one look at a watched resource to the next; zero watches none.</summary>
    public TimeSpan WatchPace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Which changes a person must confirm.</summary>
    public ConfirmationRule Confirmation { get; set; }

    /// <summary>What is done with texts that people from outside wrote.</summary>
    public LockdownMode Lockdown { get; set; }

    /// <summary>Whether it is noted how to undo what a session changes.</summary>
    public bool NotesChanges { get; set; } = true;

    /// <summary>How results are written.</summary>
    public OutputFormat Format { get; set; }

    /// <summary>Whether results are also written as structured content, and tools list what it is.</summary>
    public bool Structured { get; set; }

    /// <summary>Whether lists of tools show every argument with every constraint.</summary>
    public bool FullSchemas { get; set; }

    /// <summary>What is less important is not logged.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.Warning;

    /// <summary>Whether a line of the log is a JSON object.</summary>
    public bool LogsJson { get; set; }

    /// <summary>The IANA time zone of times and of what day it is; null = the user's own in ClickUp.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The longest result in bytes; null = the built-in limit.</summary>
    public int? MaxResponseBytes { get; set; }

    /// <summary>Tool calls a minute for each session or principal; 0 is no limit.</summary>
    public int CallsPerMinute { get; set; } = 60;

    /// <summary>What a session may use in all; 0 = no end.</summary>
    public SessionLimits SessionBudget { get; set; } = new();

    /// <summary>How often a session may make the same call within a minute; 0 = as often as it likes.</summary>
    public int RepeatLimit { get; set; }

    /// <summary>Tool calls a day (UTC) for each licence key; 0 is no limit.</summary>
    public int CallsPerDay { get; set; }

    /// <summary>Requests a minute to ClickUp with one token; null = what ClickUp's responses allow, 0 = no pacing.</summary>
    public int? UpstreamPerMinute { get; set; }

    /// <summary>Requests on their way to ClickUp at once with one token; 0 = any number.</summary>
    public int MaxInFlight { get; set; } = 6;

    /// <summary>Where each tool call is recorded: <c>stderr</c>, <c>none</c>, <c>store</c>, or a file; null = as usual for the transport.</summary>
    public string? Audit { get; set; }

    /// <summary>The secret that the key of the audit's digests is made of; null = one that is kept on this machine or in the store.</summary>
    public Secret? AuditKey { get; set; }

    /// <summary>Whether the audit names principals.</summary>
    public bool AuditNames { get; set; }

    /// <summary>Whether calls are refused that the audit could not record.</summary>
    public bool AuditRequired { get; set; }

    /// <summary>How much of the audit is kept, in MiB; 0 = all of it.</summary>
    public int AuditMaxMib { get; set; } = 1024;

    /// <summary>For how many days the audit is kept; 0 = for ever.</summary>
    public int AuditDays { get; set; } = 90;

    /// <summary>Where traces and metrics go; null = nothing was said of it.</summary>
    public OtlpOptions? Otlp { get; set; }

    /// <summary>Where Prometheus finds the metrics; null = nowhere.</summary>
    public IPEndPoint? MetricsListen { get; set; }

    /// <summary>Whether somebody sees traces or metrics.</summary>
    public bool IsObserved => Otlp is { IsOn: true } || MetricsListen is not null;

    /// <summary>The flags whose files every user of this machine can open.</summary>
    public List<string> ExposedFiles { get; } = [];

    /// <summary>What only the server over HTTP uses; made when it is first asked for.</summary>
    public HttpOptions Http => field ??= new HttpOptions();

    /// <summary>Who may come in over HTTP besides the file of bearer tokens; made when it is first asked for.</summary>
    public AccessOptions Access => field ??= new AccessOptions();

    /// <summary>Which files outside of ClickUp tools may use; made when it is first asked for.</summary>
    public ConfiguredFiles Files => field ??= new ConfiguredFiles();

    /// <summary>Whether the tools talk to a built-in ClickUp with made-up data.</summary>
    public bool Sandbox { get; set; }

    /// <summary>Whether the built-in ClickUp gets the configured token and refuses those of nobody, as the real one does.</summary>
    public bool SandboxStrict { get; set; }
}
