using ClickUpMcp.Cli;

namespace ClickUpMcp.Tests.Cli;

/// <summary>The settings are read as a server reads them, and each says where it comes from.</summary>
public sealed class ConfigCheckTests
{
    private const string Key = "pk_1_CANARY";

    [Fact]
    public async Task Each_setting_says_where_it_comes_from_and_what_it_overrules()
    {
        string file = Path.GetTempFileName();
        PrivateFile.Write(file, $$"""{"readOnly": true, "persona": "all", "apiKey": "{{Key}}"}""");

        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string> { ["CLICKUP_MCP_PERSONA"] = "core", ["CLICKUP_API_KEY"] = Key },
            "config",
            "check",
            "--config",
            file,
            "--persona",
            "auditor",
            "--listen",
            "127.0.0.1:0"
        );
        File.Delete(file);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain($"persona   --persona, not CLICKUP_MCP_PERSONA, \"persona\" in {file}\n");
        run.Output.ShouldContain($"readOnly  \"readOnly\" in {file}\n");
        run.Output.ShouldContain("listen    --listen\n");
        run.Output.ShouldNotLeak("CANARY");
    }

    [Theory]
    [InlineData(
        "{\n  \"readOnly\": true,\n  \"persna\": \"all\"\n}",
        "unknown key \"persna\" (line 3, column 3). Did you mean persona?"
    )]
    [InlineData("{\n  \"readOnly\": perhaps\n}", "not valid JSON (line 2, column ")]
    [InlineData(
        "{\n  \"readOnly\": \"perhaps\"\n}",
        "\"readOnly\" in the configuration file (line 2, column 3) must be true or false."
    )]
    [InlineData("{\"persona\": \"all\",\n \"persona\": \"core\"}", "the key \"persona\" twice (line 2, column 2)")]
    public async Task A_mistake_in_the_file_is_said_with_its_place(string content, string problem)
    {
        string file = Path.GetTempFileName();
        PrivateFile.Write(file, content);

        CliRun run = await CliRun.RunAsync("config", "check", "--config", file);
        File.Delete(file);

        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task A_variable_that_only_looks_like_a_setting_is_a_problem()
    {
        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string> { ["CLICKUP_MCP_READONLY"] = "1" },
            "config",
            "check"
        );

        run.ExitCode.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("Did you mean CLICKUP_MCP_READ_ONLY?");
        run.Output.ShouldBe("Nothing is set; every setting has its default.\n");
    }

    [Theory]
    [InlineData("config")]
    [InlineData("config", "chek")]
    public async Task What_to_do_must_be_said(params string[] arguments) =>
        (await CliRun.RunAsync(arguments)).ShouldBeOneLine(ExitCode.Usage);
}
