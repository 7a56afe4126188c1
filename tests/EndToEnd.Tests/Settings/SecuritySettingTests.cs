using System.Net;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Settings;

/// <summary>Settings that narrow or protect: by flag and by variable the executable does what they say, and without them it does not.</summary>
public sealed class SecuritySettingTests
{
    private const int FewBytes = 1000;
    private const string AppOrigin = "https://app.example.com";

    private static readonly (string, string) Anna = TokenFile.Bearer(TokenFile.Anna);

    /// <summary>Callers that authenticate, and no token of the server's that they would share.</summary>
    private static readonly Dictionary<string, string?> Authenticated = new()
    {
        ["CLICKUP_API_KEY"] = null,
        ["CLICKUP_MCP_TOKENS_FILE"] = "{tokens}",
    };

    private static readonly SecuritySetting[] All =
    [
        new("read-only", "CLICKUP_MCP_READ_ONLY", "true", KeepsTasksOutAsync),
        new("enabled-tools", "ENABLED_TOOLS", "get_task", KeepsTasksOutAsync),
        new("disabled-tools", "DISABLED_TOOLS", "create_task", KeepsTasksOutAsync),
        new("enabled-categories", "ENABLED_CATEGORIES", "docs", KeepsTasksOutAsync),
        new("disabled-categories", "DISABLED_CATEGORIES", "tasks", KeepsTasksOutAsync),
        new(
            "api-key-file",
            null,
            "{key}",
            static async it => (await it.RunAsync("call", "get_current_user", "{}")).ExitCode == 0
        )
        {
            Besides = new() { ["CLICKUP_API_KEY"] = null },
        },
        new(
            "allow-other-api-host",
            "CLICKUP_MCP_ALLOW_OTHER_API_HOST",
            "true",
            static async it => (await it.RunAsync("tools")).ExitCode == 0
        )
        {
            Besides = new() { ["CLICKUP_API_BASE_URL"] = "https://clickup.invalid" },
        },
        new(
            "max-response-bytes",
            "CLICKUP_MCP_MAX_RESPONSE_BYTES",
            $"{FewBytes}",
            static async it =>
                (await it.RunAsync("call", "list_tasks", """{"list":"Product Backlog"}""")).Output.TrimEnd().Length
                <= FewBytes
        ),
        new(
            "tokens-file",
            "CLICKUP_MCP_TOKENS_FILE",
            "{tokens}",
            static async it => await it.StatusOverHttpAsync() == HttpStatusCode.Unauthorized
        )
        {
            Besides = new() { ["CLICKUP_API_KEY"] = null },
        },
        new(
            "allowed-hosts",
            "CLICKUP_MCP_ALLOWED_HOSTS",
            "mcp.example.com",
            static async it => await it.StatusOverHttpAsync(Anna, ("Host", "mcp.example.com")) == HttpStatusCode.OK
        )
        {
            Besides = Authenticated,
        },
        new(
            "allowed-origins",
            "CLICKUP_MCP_ALLOWED_ORIGINS",
            AppOrigin,
            static async it => await it.StatusOverHttpAsync(Anna, ("Origin", AppOrigin)) == HttpStatusCode.OK
        )
        {
            Besides = Authenticated,
        },
        new(
            "audit",
            "CLICKUP_MCP_AUDIT",
            "{audit}",
            static async it =>
            {
                (await it.StatusOverHttpAsync()).ShouldBe(HttpStatusCode.OK);
                return it.Audit.Contains("\"tool\":\"get_current_user\"", StringComparison.Ordinal);
            }
        ),
    ];

    public static TheoryData<string> Flags() => [.. All.Select(setting => setting.Flag)];

    [Theory]
    [MemberData(nameof(Flags))]
    public async Task A_setting_has_its_effect_by_flag_and_by_variable_and_only_then(string flag)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are those of POSIX.");
        var setting = All.Single(setting => setting.Flag == flag);
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        bool?[] ways = setting.Variable is null ? [null, true] : [null, true, false];
        foreach (var byFlag in ways)
        {
            using var surroundings = new SettingSurroundings(sandbox, setting, byFlag);
            var where = byFlag switch
            {
                null => "not made",
                true => "by flag",
                false => "by variable",
            };
            (await setting.HasEffectAsync(surroundings)).ShouldBe(byFlag is not null, where);
        }
    }

    private static async Task<bool> KeepsTasksOutAsync(SettingSurroundings surroundings) =>
        !await surroundings.CreatesTaskAsync();
}
