using System.Net;
using System.Text.Json;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tests.Cli;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Tests.Runtime;

namespace ClickUpMcp.Tests.SettingEffects;

/// <summary>The table: each setting with an effect that only it has.</summary>
internal static class SettingRows
{
    /// <summary>A master key of nothing but tests.</summary>
    public const string MasterKey = "dGVzdHMgb25seTogdGhpcnR5LXR3byBieXRlcyBrZXk=";

    private const string Sandbox = "--sandbox";
    private const string NewTask = """{"list":"Ideas","name":"from a test"}""";

    private static readonly Dictionary<string, string> Tokens = new() { ["CLICKUP_MCP_TOKENS_FILE"] = "{tokens}" };

    private static readonly Dictionary<string, string> LargeAudit = new() { ["CLICKUP_MCP_AUDIT"] = "{audit}" };

    private static readonly Dictionary<string, string> Sqlite = new() { ["CLICKUP_MCP_STORE"] = "sqlite:{store}" };

    private static readonly (string, string) Anna = TokenFile.Bearer(TokenFile.Anna);

    public static IReadOnlyList<SettingRow> All { get; } =
    [
        new("apiKey", SettingRun.Ben, static run => Shows(run.CallAsync("get_current_user"), "ben")),
        new("apiKeyFile", "{key}", static run => Shows(run.CallAsync("get_current_user"), "filer"))
        {
            Besides = new() { ["CLICKUP_API_KEY"] = "" },
        },
        new(
            "keyring",
            "true",
            // None of this machine has a token for a port that was opened just now, and each says so in its own name.
            static async run =>
                !await Shows(run.CallAsync("get_current_user"), "No ClickUp API key is configured")
        )
        {
            Besides = new() { ["CLICKUP_API_KEY"] = "" },
        },
        new(
            "additionalApiKeys",
            SettingRun.Ben,
            static async run =>
            {
                await run.CallAsync("get_workspace");
                return run.Tokens.Contains(SettingRun.Ben);
            }
        ),
        new(
            "teamId",
            "9001777",
            static async run =>
            {
                await run.CallAsync("get_workspace");
                return run.Paths.Any(static path => path.Contains("/9001777", StringComparison.Ordinal))
                    || await Shows(run.CallAsync("get_workspace"), "9001777");
            }
        ),
        new(
            "workspace",
            "9001777",
            static async run =>
            {
                await run.CallAsync("get_workspace");
                return run.Paths.Any(static path => path.Contains("/9001777", StringComparison.Ordinal))
                    || await Shows(run.CallAsync("get_workspace"), "9001777");
            }
        ),
        new("apiBaseUrl", "{upstream}", static run => Shows(run.CallAsync("get_current_user"), "anna"))
        {
            // Nobody listens there.
            Besides = new() { ["CLICKUP_API_BASE_URL"] = "http://127.0.0.1:9" },
        },
        new("allowOtherApiHost", "true", static async run => (await run.CliAsync("tools")).ExitCode == 0)
        {
            Besides = new() { ["CLICKUP_API_BASE_URL"] = "https://clickup.invalid" },
        },
        new("persona", "read_only", static run => HasNoneAsync(run, "create_task", NewTask)),
        new("enabledTools", "get_task", static run => HasNoneAsync(run, "create_task", NewTask)),
        new("disabledTools", "create_task", static run => HasNoneAsync(run, "create_task", NewTask)),
        new("enabledCategories", "docs", static run => HasNoneAsync(run, "create_task", NewTask)),
        new("disabledCategories", "tasks", static run => HasNoneAsync(run, "create_task", NewTask)),
        new("readOnly", "true", static run => HasNoneAsync(run, "create_task", NewTask)),
        new(
            "writePlaces",
            "list:90152000016",
            static async run => await Shows(run.CallAsync("create_task", NewTask, Sandbox), "may be written to")
        ),
        new("policy", "{policy}", static run => HasNoneAsync(run, "create_task", NewTask)),
        new(
            "confirm",
            "always",
            static async run => await Shows(run.CallAsync("create_task", NewTask, Sandbox), "must be confirmed")
        ),
        new(
            "lockdown",
            "drop",
            static async run =>
            {
                await run.CallAsync("get_current_user");
                return run.Paths.Contains("/api/v2/team");
            }
        ),
        new("undo", "off", static run => Shows(run.CallAsync("undo_last", "{}", Sandbox), "keeps no journal")),
        new("format", "json", static async run => (await run.CallAsync("get_current_user")).StartsWith('{')),
        new("structured", "true", static run => Shows(run.CliTextAsync("tools", "--json"), "outputSchema")),
        new(
            "fullSchemas",
            "true",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                using HttpResponseMessage reply = await server.ModernAsync("tools/list");
                return await Shows(reply.Content.ReadAsStringAsync(), "additionalProperties");
            }
        ),
        new("logLevel", "none", LogsNothingAsync) { Besides = Tokens },
        new("logFormat", "json", LogsJsonAsync) { Besides = Tokens },
        new("timeZone", "Asia/Tokyo", static run => Shows(run.CliTextAsync("doctor", Sandbox), "Asia/Tokyo")),
        new(
            "maxResponseBytes",
            "1000",
            static async run =>
                (await run.CallAsync("list_tasks", """{"list":"Product Backlog"}""", Sandbox)).Length <= 1001
        ),
        new("callsPerMinute", "1", RefusesASecondCallAsync)
        {
            Besides = new() { ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0" },
        },
        new("callsPerDay", "1", RefusesASecondCallAsync),
        new("repeatLimit", "1", RefusesASecondCallAsync),
        new(
            "sessionBudget",
            "calls=1",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                using HttpResponseMessage first = await server.CallAsync("get_current_user");
                using HttpResponseMessage second = await server.CallAsync("get_workspace");
                return await Shows(second.Content.ReadAsStringAsync(), "has used its 1 tool calls");
            }
        ),
        new(
            "watchSeconds",
            "0",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                using HttpResponseMessage reply = await server.ModernAsync("server/discover");
                return !(await reply.Content.ReadAsStringAsync()).Contains("subscribe", StringComparison.Ordinal);
            }
        ),
        new("upstreamPerMinute", "7", static run => Shows(run.CliTextAsync("doctor"), "7 a minute")),
        new("maxInFlight", "3", static run => Shows(run.CliTextAsync("doctor"), "3 at once for each token")),
        .. FileRows.All,
        new(
            "audit",
            "{audit}",
            static async run =>
            {
                await using (HttpServer server = await run.HttpAsync())
                {
                    using HttpResponseMessage reply = await server.CallAsync("get_current_user");
                }

                return run.Audit.Contains("get_current_user", StringComparison.Ordinal);
            }
        ),
        new("auditRequired", "true", AsksTheAuditAsync) { Besides = new() { ["CLICKUP_MCP_AUDIT"] = "/dev/full" } },
        new("auditMaxMib", "1", SetsTheAuditAsideAsync) { Besides = LargeAudit },
        new("auditDays", "1", SetsTheOldAuditAsideAsync) { Besides = LargeAudit },
        new(
            "auditKeyFile",
            "{cursor-key}",
            static async run =>
            {
                await using (HttpServer server = await run.HttpAsync())
                {
                    using HttpResponseMessage reply = await server.CallAsync("get_current_user");
                }

                // Without a key of its own the audit keeps one beside it.
                return !File.Exists(run.Fill("{audit}") + ".key");
            }
        )
        {
            Besides = new() { ["CLICKUP_MCP_AUDIT"] = "{audit}" },
        },
        new(
            "auditNames",
            "true",
            static async run =>
            {
                await using (HttpServer server = await run.HttpAsync())
                {
                    using HttpResponseMessage reply = await server.CallAsync("get_current_user", "{}", Anna);
                }

                return run.Audit.Contains("\"principal_name\":\"anna\"", StringComparison.Ordinal);
            }
        )
        {
            Besides = new(Tokens) { ["CLICKUP_MCP_AUDIT"] = "{audit}" },
        },
        new(
            "sandboxStrict",
            "true",
            static run => Shows(run.CallAsync("get_current_user", "{}", Sandbox), "does not accept the API key")
        ),
        new(
            "metricsListen",
            "127.0.0.1:0",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                return server.Host.MetricsAddress is not null;
            }
        ),
        new(
            "adminSocket",
            "{audit}.sock",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                return (await run.CliAsync("admin", "sessions", "list")).ExitCode == ExitCode.Ok;
            }
        ),
        new(
            "listen",
            "127.0.0.2:0",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                return server.Address.Host == "127.0.0.2";
            }
        ),
        new("publicUrl", "https://mcp.example.com", static run => AcceptsAsync(run, ("Host", "mcp.example.com")))
        {
            Besides = new(Tokens) { ["CLICKUP_MCP_SHARE_API_KEY"] = "true" },
        },
        new(
            "tokensFile",
            "{tokens}",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                using HttpResponseMessage without = await server.CallAsync("get_current_user");
                using HttpResponseMessage with = await server.CallAsync("get_current_user", "{}", Anna);
                return without.StatusCode == HttpStatusCode.Unauthorized && with.StatusCode == HttpStatusCode.OK;
            }
        ),
        new("shareApiKey", "true", static run => AcceptsAsync(run))
        {
            Besides = new(Tokens) { ["CLICKUP_MCP_PUBLIC_URL"] = "https://mcp.example.com" },
        },
        new("allowedHosts", "mcp.example.com", static run => AcceptsAsync(run, ("Host", "mcp.example.com")))
        {
            Besides = new(Tokens) { ["CLICKUP_MCP_SHARE_API_KEY"] = "true" },
        },
        new(
            "allowedOrigins",
            "https://app.example.com",
            static run => AcceptsAsync(run, ("Origin", "https://app.example.com"))
        )
        {
            Besides = new(Tokens) { ["CLICKUP_MCP_SHARE_API_KEY"] = "true" },
        },
        new("bindTokens", "client", RefusesAnotherClientAsync),
        new(
            "trustedProxies",
            "10.0.0.0/8,127.0.0.1",
            static async run =>
            {
                await using (HttpServer server = await run.HttpAsync())
                {
                    // The rest of what they say is from whom they cannot know.
                    using HttpResponseMessage reply = await server.CallAsync(
                        "get_current_user",
                        "{}",
                        ("X-Forwarded-For", "192.0.2.1, 203.0.113.9, 10.1.2.3")
                    );
                }

                return run.Audit.Contains("\"address\":\"203.0.113.9\"", StringComparison.Ordinal);
            }
        )
        {
            Besides = new(Tokens) { ["CLICKUP_MCP_AUDIT"] = "{audit}" },
        },
        new("tlsCertificate", "{chain}", SpeaksTlsAsync) { Besides = new() { ["CLICKUP_MCP_TLS_KEY"] = "{pem}" } },
        new("tlsKey", "{pem}", SpeaksTlsAsync) { Besides = new() { ["CLICKUP_MCP_TLS_CERTIFICATE"] = "{chain}" } },
        new(
            "shareCaches",
            "true",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                string[] sessions = [await server.OpenSessionAsync(), await server.OpenSessionAsync()];
                int asked = 0;
                foreach (string session in sessions)
                {
                    asked = run.Upstream.Seen.Count;
                    using HttpResponseMessage reply = await server.PostAsync(
                        """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_list","arguments":{"list":"List of anna"}}}""",
                        ("Mcp-Session-Id", session),
                        ("MCP-Protocol-Version", "2025-11-25")
                    );
                }

                return run.Upstream.Seen.Count == asked + 1;
            }
        ),
        new(
            "cursorKeyFile",
            "{cursor-key}",
            static async run =>
            {
                const string Rest = """{"list":"11","limit":1,"cursor":"CURSOR"}""";
                await using HttpServer one = await run.HttpAsync();
                await using HttpServer other = await run.HttpAsync();
                using HttpResponseMessage first = await one.CallAsync("list_tasks", """{"list":"11","limit":1}""");
                string cursor = TestCursors.In(await HttpServer.TextAsync(first))!;
                using HttpResponseMessage rest = await other.CallAsync("list_tasks", Rest.Replace("CURSOR", cursor));
                return await Shows(HttpServer.TextAsync(rest), "Two");
            }
        ),
        new(
            "store",
            "sqlite:{store}",
            static async run =>
            {
                await run.CliAsync("admin", "export", "--user", "183");
                return File.Exists(run.Fill("{store}"));
            }
        ),
        new("masterKey", MasterKey, RewrapsAsync) { Besides = Sqlite },
        new("masterKeyFile", "{master-key}", RewrapsAsync) { Besides = Sqlite },
        new(
            "drainSeconds",
            "60",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                Task<HttpResponseMessage> call = server.CallAsync("get_task", """{"task":"86hang123"}""");
                await run.Upstream.Hanging.Task.WaitAsync(HttpServer.Patience);
                Task stop = server.Host.StopAsync();
                run.Upstream.Go.SetResult();
                using HttpResponseMessage reply = await call;
                await stop.WaitAsync(HttpServer.Patience);
                return reply.StatusCode == HttpStatusCode.OK;
            }
        ),
        new(
            "maxConnections",
            "1",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                using HttpResponseMessage kept = await server.CallAsync("get_current_user");
                string other = await server.RawAsync(
                    "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                );
                return other.Length == 0;
            }
        ),
        new("maxSessions", "1", static run => RefusesASessionAsync(run, TokenFile.Ben)) { Besides = Tokens },
        new("maxSessionsPerPrincipal", "1", static run => RefusesASessionAsync(run, TokenFile.Anna))
        {
            Besides = Tokens,
        },
        new(
            "sessionIdleMinutes",
            "1",
            static async run =>
            {
                await using HttpServer server = await run.HttpAsync();
                string session = await server.OpenSessionAsync();
                run.Time.Advance(TimeSpan.FromMinutes(2));
                using HttpResponseMessage reply = await server.PostAsync(
                    """{"jsonrpc":"2.0","id":2,"method":"ping"}""",
                    ("Mcp-Session-Id", session),
                    ("MCP-Protocol-Version", "2025-11-25")
                );
                return reply.StatusCode == HttpStatusCode.NotFound;
            }
        ),
    ];

    /// <summary>A disk without room costs lines; where the audit is required, it costs calls.</summary>
    private static async Task<bool> AsksTheAuditAsync(SettingRun run)
    {
        await using HttpServer server = await run.HttpAsync();
        using HttpResponseMessage first = await server.CallAsync("get_current_user");
        await server.Host.FlushAuditAsync();
        using HttpResponseMessage second = await server.CallAsync("get_current_user");
        return (await HttpServer.TextAsync(second)).StartsWith("The audit cannot be written", StringComparison.Ordinal);
    }

    /// <summary>An eighth of a mebibyte is there already: the next line is the first of a new file.</summary>
    private static Task<bool> SetsTheAuditAsideAsync(SettingRun run) =>
        SetsAsideAsync(run, static file => File.WriteAllText(file, new string('x', 1024 * 1024 / 8)));

    private static Task<bool> SetsTheOldAuditAsideAsync(SettingRun run) =>
        SetsAsideAsync(
            run,
            file =>
            {
                File.WriteAllText(file, "x");
                run.Time.Advance(DateTimeOffset.UtcNow.AddDays(1) - run.Time.GetUtcNow());
            }
        );

    private static async Task<bool> SetsAsideAsync(SettingRun run, Action<string> prepare)
    {
        string file = run.Fill("{audit}");
        prepare(file);
        await using (HttpServer server = await run.HttpAsync())
        {
            using HttpResponseMessage reply = await server.CallAsync("get_current_user");
            await server.Host.FlushAuditAsync();
        }

        string[] parts = Directory.GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}.*Z");
        Array.ForEach(parts, File.Delete);
        return parts.Length == 1;
    }

    private static async Task<bool> RewrapsAsync(SettingRun run) =>
        (await run.CliAsync("admin", "rewrap")).ExitCode == ExitCode.Ok;

    private static async Task<bool> Shows(Task<string> output, string text) =>
        (await output).Contains(text, StringComparison.Ordinal);

    /// <summary>The tool is neither listed nor callable, and a call of it reaches nobody.</summary>
    private static async Task<bool> HasNoneAsync(SettingRun run, string tool, string arguments)
    {
        CliRun listed = await run.CliAsync("tools");
        bool isListed = listed.Output.Contains($"\n  {tool} ", StringComparison.Ordinal);
        CliRun called = await run.CliAsync("call", tool, arguments, Sandbox);
        isListed.ShouldBe(called.ExitCode == 0, called.Output + called.Error);
        return !isListed;
    }

    private static async Task<bool> RefusesASecondCallAsync(SettingRun run)
    {
        await using HttpServer server = await run.HttpAsync();
        using HttpResponseMessage first = await server.CallAsync("get_current_user");
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage second = await server.CallAsync("get_current_user");
        return second.StatusCode == HttpStatusCode.TooManyRequests;
    }

    private static async Task<bool> AcceptsAsync(SettingRun run, params (string, string)[] headers)
    {
        try
        {
            await using HttpServer server = await run.HttpAsync();
            using HttpResponseMessage reply = await server.CallAsync("get_current_user", "{}", [Anna, .. headers]);
            return reply.StatusCode == HttpStatusCode.OK;
        }
        catch (OptionsException)
        {
            return false;
        }
    }

    /// <summary>A token that one program got and used is refused from another.</summary>
    private static async Task<bool> RefusesAnotherClientAsync(SettingRun run)
    {
        (string, string) own = ("User-Agent", "own-client/1.0");
        IReadOnlyList<string> marks = run.Load().Http.SignIn.BindTokensTo;
        await using Guest guest = await Guest.StartAsync(options => options.Http.SignIn.BindTokensTo = marks);
        guest.ClientHeaders = [own];
        (_, JsonElement tokens) = await guest.ConnectAsync("http://localhost:3000/mcp");
        (string, string) bearer = ("Authorization", $"Bearer {tokens.GetProperty("access_token").GetString()}");
        using HttpResponseMessage first = await guest.Server.CallAsync("get_current_user", "{}", bearer, own);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage other = await guest.Server.CallAsync(
            "get_current_user",
            "{}",
            bearer,
            ("User-Agent", "curl/8.0")
        );
        return other.StatusCode == HttpStatusCode.Unauthorized;
    }

    private static async Task<bool> SpeaksTlsAsync(SettingRun run)
    {
        try
        {
            await using HttpServer server = await run.HttpAsync();
            return server.Address.Scheme == "https";
        }
        catch (OptionsException)
        {
            return false;
        }
    }

    private static async Task<bool> RefusesASessionAsync(SettingRun run, string second)
    {
        await using HttpServer server = await run.HttpAsync();
        string first = await server.OpenSessionAsync(Anna);
        using HttpResponseMessage reply = await server.PostAsync(HttpServer.Handshake, TokenFile.Bearer(second));
        if (reply.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return true;
        }

        // One principal's own oldest session gives way.
        using HttpResponseMessage ping = await server.PostAsync(
            """{"jsonrpc":"2.0","id":2,"method":"ping"}""",
            Anna,
            ("Mcp-Session-Id", first),
            ("MCP-Protocol-Version", "2025-11-25")
        );
        return ping.StatusCode == HttpStatusCode.NotFound;
    }

    private static async Task<bool> LogsJsonAsync(SettingRun run)
    {
        await using HttpServer server = await run.HttpAsync();
        File.WriteAllText(run.Fill("{tokens}"), "not a line of it");
        server.Host.Reload();
        string line = server.Log.Split('\n')[0];
        return line.StartsWith('{') && JsonElement.Parse(line).GetProperty("category").GetString() == "http";
    }

    /// <summary>A token file that became unreadable is a warning.</summary>
    private static async Task<bool> LogsNothingAsync(SettingRun run)
    {
        await using HttpServer server = await run.HttpAsync();
        File.WriteAllText(run.Fill("{tokens}"), "not a line of it");
        server.Host.Reload();
        return server.Log.Length == 0;
    }
}
