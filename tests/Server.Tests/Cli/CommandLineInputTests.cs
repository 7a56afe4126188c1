using ClickUpMcp.Cli;

namespace ClickUpMcp.Tests.Cli;

/// <summary>What is typed wrong is named with where it came from, and what to do.</summary>
public sealed class CommandLineInputTests
{
    private static readonly string Folder = Path.TrimEndingDirectorySeparator(Path.GetTempPath());

    [Theory]
    [InlineData("{\"a\":\n 1", "line 2, column ")]
    [InlineData("{\"a\"", "The argument of the tool is not valid JSON")]
    public async Task Arguments_that_are_no_JSON_are_said_with_line_and_column(string json, string problem)
    {
        CliRun run = await CliRun.RunAsync("call", "--sandbox", "get_task", json);

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain(problem);
    }

    [Theory]
    [InlineData("", "Standard input is empty")]
    [InlineData("nope", "Standard input is not valid JSON (line 1, column ")]
    [InlineData("[]", "Standard input must be a JSON object")]
    public async Task Standard_input_is_named(string input, string problem)
    {
        CliRun run = await new CliSurroundings { Input = input }.RunAsync("call", "--sandbox", "get_task", "-");

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task A_file_of_arguments_is_named_with_what_is_wrong_with_it()
    {
        (await CallAsync($"@{Folder}")).Error.ShouldContain($"@{Folder} must name a file, not a folder.");
        (await CallAsync("@/nowhere/x.json")).Error.ShouldContain(
            "@/nowhere/x.json must name a file that can be read; there is none of that name."
        );

        static Task<CliRun> CallAsync(string word) => CliRun.RunAsync("call", "--sandbox", "get_task", word);
    }

    [Fact]
    public async Task A_configuration_file_is_named()
    {
        CliRun missing = await CliRun.RunAsync("config", "check", "--config", "/nowhere/c.json");
        CliRun folder = await CliRun.RunAsync("config", "check", "--config", Folder);

        missing.ShouldBeOneLine(ExitCode.Failed);
        missing.Error.ShouldContain("/nowhere/c.json must be a file that can be read; there is none of that name.");
        folder.Error.ShouldContain($"{Folder} must be a file, not a folder.");
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_said_with_where_all_are()
    {
        CliRun run = await CliRun.RunAsync("call", "--sandbox", "nosuch");

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain("\"nosuch\". Run clickup-mcp tools");
    }

    [Fact]
    public async Task An_empty_command_is_shown_as_one() =>
        (await CliRun.RunAsync("")).Error.ShouldContain("Unknown command \"\".");

    [Theory]
    [InlineData(ExitCode.Usage, "nosuch")]
    [InlineData(ExitCode.Failed, "config", "check", "--config", "/nowhere/c.json")]
    [InlineData(ExitCode.Failed, "call", "--sandbox", "get_task")]
    [InlineData(ExitCode.Ok, "call", "--sandbox", "list_tasks", "list=Ideas")]
    public async Task Errors_that_cannot_be_written_do_not_change_how_the_program_ends(
        int code,
        params string[] words
    ) => (await new CliSurroundings { IsErrorFull = true }.RunAsync(words)).ExitCode.ShouldBe(code);

    [Theory]
    [InlineData("tools")]
    [InlineData("version")]
    [InlineData("call", "--sandbox", "list_tasks", "list=Ideas")]
    public async Task A_result_that_cannot_be_written_is_said(params string[] words)
    {
        CliRun run = await new CliSurroundings { IsOutputFull = true }.RunAsync(words);

        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain("could not be written");
    }

    [Theory]
    [InlineData("call", "--sandbox", "search_tasks", "query=caf\uFFFD")]
    [InlineData("tools", "\uFFFD")]
    public async Task Bytes_that_are_no_text_are_refused(params string[] words)
    {
        CliRun run = await CliRun.RunAsync(words);

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain("not UTF-8");
    }

    [Theory]
    [InlineData]
    [InlineData("get_task")]
    public async Task The_list_of_tools_takes_the_format_that_calls_take(params string[] words)
    {
        CliRun asked = await CliRun.RunAsync(["tools", .. words, "--format", "json"]);

        asked.Output.ShouldBe((await CliRun.RunAsync(["tools", .. words, "--json"])).Output);
        asked.Output.ShouldStartWith("[");
        (await CliRun.RunAsync(["tools", .. words, "--format", "text"])).Output.ShouldNotStartWith("[");
    }

    [Fact]
    public async Task What_is_longer_than_its_column_of_help_has_a_line_of_its_own()
    {
        string help = (await CliRun.RunAsync("help", "admin")).Output;

        foreach ((string usage, string summary) in VerbTable.Find("admin")!.Words)
        {
            help.ShouldContain(
                usage.Length < 32
                    ? $"\n  {usage.PadRight(32)}{summary}"
                    : $"\n  {usage}\n{new string(' ', 34)}{summary}"
            );
        }
    }
}
