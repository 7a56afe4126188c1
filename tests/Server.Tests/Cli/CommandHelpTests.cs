using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Cli;

/// <summary>What the command line says of itself and of the tools.</summary>
public sealed class CommandHelpTests
{
    private static readonly string[] Tools =
    [
        .. Enumerable.Range(0, EmittedCatalog.Instance.Count).Select(EmittedCatalog.Instance.Name),
    ];

    [Fact]
    public async Task Every_tool_has_a_page_with_all_its_arguments()
    {
        foreach (string tool in Tools)
        {
            string page = (await CliRun.RunAsync("tools", tool)).Output;
            page.ShouldStartWith($"{tool}: ");
            foreach (string argument in Arguments(tool))
            {
                page.ShouldContain($"\n  {argument} ", Case.Sensitive, tool);
            }
        }
    }

    [Fact]
    public async Task Every_page_ends_with_a_call_that_works_on_the_sandbox()
    {
        List<string> failed = [];
        foreach (string[] words in await WordsAsync([.. Tools.Select(Last)]))
        {
            CliRun run = await CliRun.RunAsync(words);
            if (run.ExitCode != ExitCode.Ok)
            {
                failed.Add($"{string.Join(' ', words)}: {run.Output} {run.Error}");
            }
        }

        failed.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_call_on_a_page_is_the_example_of_the_spec()
    {
        foreach (string[] words in await WordsAsync([.. Tools.Select(Last)]))
        {
            string tool = words[2];
            string example = EmittedCatalog
                .Instance.Describe(EmittedCatalog.Instance.Find(tool))
                .Example.ShouldNotBeNull();
            byte[] read = CallArguments.Read(words[3..], new Lazy<Stream>(Stream.Null));
            JsonNode.DeepEquals(JsonNode.Parse(read), JsonNode.Parse(example)).ShouldBeTrue(tool);
        }
    }

    [Theory]
    [InlineData("help", "get_task")]
    [InlineData("call", "get_task", "--help")]
    [InlineData("tools", "get_task", "-h")]
    [InlineData("call", "get_task", "task=x", "--help")]
    public async Task The_page_is_there_wherever_one_looks(params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe((await CliRun.RunAsync("tools", "get_task")).Output);
    }

    [Theory]
    [InlineData("help", "get_tsk")]
    [InlineData("tools", "get_tsk")]
    public async Task A_name_that_nothing_has_is_said_with_the_nearest(params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain("Did you mean get_task?");
    }

    [Theory]
    [InlineData("Did you mean clickup-mcp admin token?", "token", "list")]
    [InlineData("Did you mean clickup-mcp audit verify?", "verify")]
    [InlineData("Did you mean doctor?", "doctr")]
    [InlineData("get_task is a tool. Run clickup-mcp call get_task", "get_task", "task=x")]
    [InlineData("create_bulk_tasks is a tool.", "create_bulk_tasks")]
    [InlineData("Unknown flag --versin. Did you mean --version?", "--versin")]
    [InlineData("Unknown flag --hlep. Did you mean --help?", "call", "--hlep", "get_task")]
    public async Task What_is_no_command_is_said_with_what_was_meant(string expected, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain(expected);
    }

    [Theory]
    [InlineData("Known are bash, zsh, fish, pwsh.", "completion", "tcsh")]
    [InlineData("Run clickup-mcp help, or clickup-mcp tools --persona all.", "help", "qqqqqq")]
    public async Task A_name_that_is_near_to_none_is_said_with_what_there_is(string hint, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain(hint);
    }

    [Fact]
    public async Task A_call_takes_its_arguments_as_words()
    {
        CliRun run = await CliRun.RunAsync(
            "call",
            "--sandbox",
            "list_tasks",
            "list=Ideas",
            "limit=2",
            "fields=name",
            "--format",
            "text"
        );

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        run.Output.ShouldStartWith("2 tasks");
    }

    [Fact]
    public async Task Who_types_nothing_at_a_terminal_is_told_what_there_is_and_a_client_is_served()
    {
        CliRun typed = await CliRun.RunAsync(isTerminal: true);
        typed.ExitCode.ShouldBe(0);
        typed.Output.ShouldBe((await CliRun.RunAsync("help")).Output);

        (await CliRun.RunAsync(isTerminal: false)).Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_overview_names_every_command_and_the_manual_every_option()
    {
        string overview = (await CliRun.RunAsync("help")).Output;
        string manual = (await CliRun.RunAsync("help", "--man")).Output.Replace("\\-", "-", StringComparison.Ordinal);

        foreach (string verb in VerbTable.Names)
        {
            overview.ShouldContain($"\n  {verb} ");
            manual.ShouldContain($".SS {verb}\n");
            foreach (VerbFlag flag in CommandTable.FlagsOf(VerbTable.Find(verb)!))
            {
                manual.ShouldContain($"\\fB--{flag.Name}\\fR");
            }
        }

        foreach (Setting setting in Settings.All)
        {
            manual.ShouldContain(setting.Variable ?? setting.Flag!);
        }
    }

    [Theory]
    [InlineData(
        "clickup-mcp",
        "",
        "stdio http tools call doctor login logout setup install uninstall config admin audit sandbox completion version help"
    )]
    [InlineData(
        "clickup-mcp call",
        "get_tas",
        "get_task_templates get_task get_task_links get_task_members get_task_time_in_status"
    )]
    [InlineData("clickup-mcp help", "comp", "completion")]
    [InlineData("clickup-mcp completion", "", "bash zsh fish pwsh")]
    [InlineData("clickup-mcp http", "--tls", "--tls-certificate --tls-key")]
    [InlineData("clickup-mcp call get_task", "--read", "--read-only")]
    public async Task Bash_completes(string before, string current, string expected)
    {
        string script = (await CliRun.RunAsync("completion", "bash")).Output;
        string[] words = [.. before.Split(' '), current];
        string line = string.Join(' ', words.Select(static word => $"'{word}'"));
        string program =
            $"{script}\nCOMP_WORDS=({line}); COMP_CWORD={words.Length - 1}; _clickup_mcp; echo \"${{COMPREPLY[@]}}\"";

        using Process bash = Process.Start(
            new ProcessStartInfo("bash", ["-c", program]) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        string output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        output.Trim().Split(' ').Order().ShouldBe(expected.Split(' ').Order());
    }

    [Theory]
    [InlineData("zsh", "#compdef clickup-mcp")]
    [InlineData("fish", "complete -c clickup-mcp -f -n __fish_use_subcommand -a http -d ")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName clickup-mcp")]
    public async Task Other_shells_have_a_script_with_every_word(string shell, string with)
    {
        string script = (await CliRun.RunAsync("completion", shell)).Output;

        script.ShouldContain(with);
        foreach (string word in VerbTable.Names.Concat(Tools).Append("tls-certificate"))
        {
            script.ShouldContain(word);
        }
    }

    [Fact]
    public async Task A_shell_that_is_not_there_is_said()
    {
        CliRun run = await CliRun.RunAsync("completion", "bsh");

        run.ShouldBeOneLine(ExitCode.Usage);
        run.Error.ShouldContain("Did you mean bash?");
    }

    private static string Last(string tool) =>
        ToolPage.Of(EmittedCatalog.Instance.Describe(EmittedCatalog.Instance.Find(tool))).Split("\nAs in: ")[^1];

    /// <summary>What a shell passes to the program for each of these commands.</summary>
    private static async Task<string[][]> WordsAsync(string[] commands)
    {
        string program = "clickup-mcp() { printf '%s\\0' \"$@\"; printf '\\1'; }\n" + string.Join('\n', commands);
        using Process bash = Process.Start(
            new ProcessStartInfo("bash", ["-c", program]) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        string output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string[][] words = [.. output.Split('\u0001')[..^1].Select(static line => line.Split('\0')[..^1])];
        words.Length.ShouldBe(commands.Length);
        return words;
    }

    private static string[] Arguments(string tool)
    {
        using JsonDocument schema = JsonDocument.Parse(
            EmittedCatalog.Instance.Describe(EmittedCatalog.Instance.Find(tool)).InputSchema
        );
        return [.. schema.RootElement.GetProperty("properties").EnumerateObject().Select(static p => p.Name)];
    }
}
