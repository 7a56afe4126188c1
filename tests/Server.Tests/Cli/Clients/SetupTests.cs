using ClickUpMcp.Cli;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Cli.Clients;

/// <summary>A token is taken, checked and kept where the person says, and is never shown.</summary>
public sealed class SetupTests : IDisposable
{
    private const string Key = "pk_1_CANARY";

    private readonly ClientHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task At_a_terminal_it_asks_for_what_is_missing()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });
        string file = _home.At("key");

        CliRun run = await Surroundings(upstream, $"cursor\n{file}\n", isTerminal: true).RunAsync("setup");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("It sees Team of anna (9001).");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe($"{Key}\n");
        _home.Read("cursor").ShouldContain($"\"args\": [\"stdio\", \"--api-key-file\", \"{file}\"]");
        (run.Output + run.Error + _home.Read("cursor")).ShouldNotLeak("CANARY");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_script_gives_the_token_on_standard_input()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });

        CliRun run = await Surroundings(upstream, $"{Key}\n").RunAsync("setup", "cursor", "--key-in", "client");

        run.ExitCode.ShouldBe(0, run.Error);
        _home.Read("cursor").ShouldContain($"\"env\": {{ \"CLICKUP_API_KEY\": \"{Key}\" }}");
        (run.Output + run.Error).ShouldNotLeak("CANARY");
    }

    [Fact]
    public async Task A_token_that_ClickUp_refuses_is_kept_nowhere()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync([]);

        CliRun run = await Surroundings(upstream, $"{Key}\n").RunAsync("setup", "cursor", "--key-in", "client");

        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain("does not accept the API key");
        run.Error.ShouldNotLeak("CANARY");
        File.Exists(_home.FileOf("cursor")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("must be", "setup", "cursor", "--key-in", "client")]
    [InlineData("Name the client", "setup")]
    [InlineData("clickup-mcp install n8n", "setup", "n8n")]
    [InlineData("--api-key is not accepted", "setup", "cursor", "--api-key", Key)]
    public async Task What_is_missing_is_said(string problem, params string[] arguments)
    {
        CliRun run = await new CliSurroundings { Variables = _home.Variables }.RunAsync(arguments);

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain(problem);
        run.Error.ShouldNotLeak("CANARY");
    }

    [Fact]
    public async Task Nothing_is_written_before_it_is_said_where()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "anna" });

        CliRun run = await Surroundings(upstream, $"{Key}\n").RunAsync("setup", "cursor");

        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("--key-in");
        File.Exists(_home.FileOf("cursor")).ShouldBeFalse();
    }

    private CliSurroundings Surroundings(UpstreamClickUp upstream, string input, bool isTerminal = false) =>
        new()
        {
            Variables = new(_home.Variables) { ["CLICKUP_API_BASE_URL"] = upstream.Address.ToString() },
            Input = input,
            IsTerminal = isTerminal,
            Terminal = new FakeTerminal { Hidden = Key },
        };
}
