using System.Text.Json;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Cli;

/// <summary>The self check says what is so, and fails when something is not as it should be.</summary>
public sealed class DoctorTests
{
    private const string Key = "pk_1_CANARY";

    [Fact]
    public async Task In_the_sandbox_all_is_well()
    {
        CliRun run = await CliRun.RunAsync("doctor", "--sandbox");

        run.ExitCode.ShouldBe(0, run.Output);
        string[] subjects = [.. run.Output.Split('\n').Where(line => line.StartsWith("ok ", StringComparison.Ordinal))];
        string[] checks = ["openssl", "tools", "calls", "address", "token", "workspaces", "requests"];
        subjects.Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]).ShouldBe(checks);
        run.Output.ShouldContain("60 a minute for each session or principal, any number a day");
        run.Output.ShouldContain("9012000001");
    }

    [Fact]
    public async Task A_missing_token_is_explained_once()
    {
        CliRun run = await CliRun.RunAsync("doctor");

        run.ExitCode.ShouldBe(1);
        run.Output.Split("No ClickUp API key is configured").Length.ShouldBe(2, run.Output);
        run.Output.ShouldContain("problem workspaces  not asked");
    }

    [Fact]
    public async Task It_shows_the_policy_and_what_the_names_of_places_mean()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            path,
            """{"rules":[{"then":"allow"}],"examples":[{"who":"local","tool":"get_task","then":"allow"}]}""",
            TestContext.Current.CancellationToken
        );
        CliRun run = await CliRun.RunAsync("doctor", "--sandbox", "--policy", path, "--write-places", "list:Inbox");
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("rules 1, examples 1");
        run.Output.ShouldContain("writes only to list \"Inbox\" (90152000016)");
        File.Delete(path);
    }

    [Fact]
    public async Task Config_check_tells_the_mistakes_of_a_policy()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            path,
            """{"rules":[{"tools":["get_tsk"],"then":"refuse"}]}""",
            TestContext.Current.CancellationToken
        );
        CliRun run = await CliRun.RunAsync("config", "check", "--policy", path);
        run.ExitCode.ShouldBe(2, run.Error);
        (run.Error).ShouldContain("line 1, column 21: there is no tool \"get_tsk\"; did you mean \"get_task\"?");
        File.Delete(path);
    }

    [Theory]
    [InlineData("CLICKUP_MCP_READONLY", "Did you mean CLICKUP_MCP_READ_ONLY?")]
    [InlineData("CLICKUP_MCP_TOKEN_FILE", "Did you mean CLICKUP_MCP_TOKENS_FILE?")]
    [InlineData("CLICKUP_APIKEY", "Did you mean CLICKUP_API_KEY?")]
    [InlineData("clickup_mcp_read_only", "Did you mean CLICKUP_MCP_READ_ONLY?")]
    [InlineData("CLICKUP_MCP_SOMETHING_ELSE_ENTIRELY", "has no effect.")]
    public async Task A_variable_that_only_looks_like_a_setting_is_a_problem(string name, string said)
    {
        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string> { [name] = "true", ["CLICKUP_OF_ANOTHER_PROGRAM"] = "1" },
            "doctor",
            "--sandbox"
        );

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("problem settings");
        run.Output.ShouldContain($"{name} is no setting and has no effect.");
        run.Output.ShouldContain(said);
        run.Output.ShouldNotContain("CLICKUP_OF_ANOTHER_PROGRAM");
    }

    [Theory]
    [InlineData(
        "network",
        "http://localhost:3000",
        "ok      binding     over HTTP, tokens of new sign-ins are bound to the network"
    )]
    [InlineData(
        "network,client",
        "https://mcp.example.com",
        "problem binding     --bind-tokens network binds to nothing"
    )]
    [InlineData(
        "client,device",
        "https://mcp.example.com",
        "ok      binding     over HTTP, tokens of new sign-ins are bound to the client and device"
    )]
    public async Task It_says_what_tokens_are_bound_to(string marks, string publicUrl, string said)
    {
        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string> { ["CLICKUP_MCP_BIND_TOKENS"] = marks },
            "doctor",
            "--sandbox",
            "--public-url",
            publicUrl
        );
        run.Output.ShouldContain(said);
        run.ExitCode.ShouldBe(said.StartsWith("ok", StringComparison.Ordinal) ? 0 : 1);
    }

    [Fact]
    public async Task It_shows_the_limits_in_force()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        CliRun run = await RunAsync(
            upstream,
            "--calls-per-minute",
            "7",
            "--calls-per-day",
            "90",
            "--max-in-flight",
            "3"
        );

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("7 a minute for each session or principal, 90 a day");
        run.Output.ShouldContain("100 a minute, adapted to ClickUp's responses, 3 at once for each token");
        run.Output.ShouldContain($"{upstream.Address}, on this machine");
        run.Output.ShouldContain("it is the token of anna (user 7)");
        run.Output.ShouldNotLeak("CANARY");
    }

    [Fact]
    public async Task A_token_that_ClickUp_refuses_is_a_problem()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync([]);
        CliRun run = await RunAsync(upstream);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("problem token");
        run.Output.ShouldContain("does not accept the API key");
        (run.Output + run.Error).ShouldNotLeak("CANARY");
    }

    [Fact]
    public async Task A_workspace_that_the_token_does_not_see_is_a_problem()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        CliRun run = await RunAsync(upstream, "--team-id", "9999");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("CLICKUP_TEAM_ID is 9999, but the token sees only Team of anna (9001)");
    }

    [Fact]
    public async Task Without_a_token_it_says_how_to_get_one()
    {
        CliRun run = await CliRun.RunAsync("doctor");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("CLICKUP_API_KEY");
    }

    [Fact]
    public async Task S_01_a_host_that_is_not_ClickUps_is_refused_or_shown()
    {
        string[] doctor = ["doctor", "--api-base-url", "https://clickup.invalid"];
        CliRun refused = await CliRun.RunAsync(new() { ["CLICKUP_API_KEY"] = Key }, doctor);
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("--allow-other-api-host");

        CliRun shown = await CliRun.RunAsync(
            new() { ["CLICKUP_API_KEY"] = Key, ["CLICKUP_MCP_ALLOW_OTHER_API_HOST"] = "true" },
            doctor
        );
        shown.Output.ShouldContain("https://clickup.invalid, which is not ClickUp's");
    }

    [Fact]
    public async Task It_looks_at_each_step_of_the_way_apart()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        CliRun run = await RunAsync(upstream, "--json");

        JsonElement[] findings =
        [
            .. run
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => JsonElement.Parse(line)),
        ];
        string[] checks =
        [
            .. findings.Select(static f => f.GetProperty("check").GetString()!).Where(static c => c != "settings"),
        ];
        checks.ShouldBe([
            "openssl",
            "tools",
            "calls",
            "address",
            "dns",
            "proxy",
            "tls",
            "clock",
            "token",
            "workspaces",
            "requests",
        ]);
        findings.ShouldAllBe(static finding => finding.GetProperty("ok").GetBoolean());
        findings
            .Single(static f => f.GetProperty("check").GetString() == "clock")
            .ToString()
            .ShouldContain("of ClickUp's");
    }

    [Fact]
    public async Task A_way_that_ends_early_says_where()
    {
        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string>
            {
                ["CLICKUP_API_KEY"] = Key,
                ["CLICKUP_API_BASE_URL"] = "https://127.0.0.1:1",
            },
            "doctor"
        );

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("ok      dns         127.0.0.1 is 127.0.0.1");
        run.Output.ShouldContain("problem tls         no connection");
        run.Output.ShouldNotLeak("CANARY");
    }

    [Fact]
    public async Task Each_setting_says_where_it_comes_from()
    {
        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string> { ["CLICKUP_API_KEY"] = Key, ["CLICKUP_MCP_PERSONA"] = "all" },
            "doctor",
            "--sandbox",
            "--persona",
            "core"
        );

        run.Output.ShouldContain("ok      settings    apiKey: CLICKUP_API_KEY\n");
        run.Output.ShouldContain("ok      settings    persona: --persona, not CLICKUP_MCP_PERSONA\n");
        run.Output.ShouldNotLeak("CANARY");
    }

    private static Task<CliRun> RunAsync(UpstreamClickUp upstream, params string[] more) =>
        CliRun.RunAsync(new() { ["CLICKUP_API_KEY"] = Key }, ["doctor", "--api-base-url", upstream.Address, .. more]);
}
