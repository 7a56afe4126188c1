using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary><c>help</c>: says how to use the program, or one verb of it.</summary>
internal sealed class HelpVerb : IVerb
{
    private const int Column = 32;

    public string Usage => "help [COMMAND | TOOL] [--man]";

    public string Summary => "show this help, or that of one command or tool";

    public VerbFlag[] Flags => [new VerbFlag("man", null, "the manual page, for man -l -")];

    public bool TakesSettings => false;

    public int Run(CommandArguments arguments, CliEnvironment environment)
    {
        PositionalArguments.Expect(arguments, 1);
        if (arguments.Has("man"))
        {
            environment.WriteLine(
                ManualPage.Of(
                    new CommandTable(environment.Composition.ToolNames),
                    environment.Composition.Identity.Version
                )
            );
            return ExitCode.Ok;
        }

        environment.WritePage(
            arguments.PositionalArguments is [var name] ? Describe(name, environment.Composition) : Overview()
        );
        return ExitCode.Ok;
    }

    private static string Overview()
    {
        var text = new StringBuilder(
            """
            clickup-mcp gives an AI agent typed tools for ClickUp, over MCP. The agent's client starts it; from here you can try it:

              clickup-mcp call --sandbox list_tasks list=Ideas     a call to an in-memory ClickUp, without an account
              CLICKUP_API_KEY=pk_... clickup-mcp doctor            whether your token works (ClickUp: Settings, Apps, API Token)

            Commands:

            """
        );
        foreach (string name in VerbTable.Names)
        {
            Row(text, name, VerbTable.Find(name)!.Summary);
        }

        text.Append("\nOptions come from flags, else from the environment, else from the configuration file.\n");
        return text.Append("Run clickup-mcp help stdio to see them all.").ToString();
    }

    private static string Describe(string name, IComposition composition)
    {
        if (VerbTable.Find(name) is not { } verb)
        {
            return composition.DescribeTool(name) is { } tool
                ? ToolPage.Of(tool)
                : throw new OptionsException(
                    $"Unknown command or tool {name}.{Suggestion.For(name, VerbTable.Names.Concat(composition.ToolNames))} "
                        + "Run clickup-mcp help, or clickup-mcp tools --persona all."
                );
        }

        var text = new StringBuilder($"clickup-mcp {verb.Usage}\n\n{verb.Summary}\n");
        if (verb.Words.Length > 0)
        {
            text.Append("\nCommands:\n");
        }

        foreach ((string usage, string summary) in verb.Words)
        {
            Row(text, usage, summary);
        }

        if (verb.Flags.Length > 0 || verb.TakesSettings)
        {
            text.Append("\nOptions:\n");
        }

        foreach (VerbFlag flag in verb.Flags)
        {
            Row(text, Flag(flag.Name, flag.Value), flag.Help);
        }

        if (verb.TakesSettings)
        {
            Row(text, "--config PATH", $"JSON file with settings [{Settings.ConfigVariable}]");
            Setting[] settings = [.. verb.OwnSettings, .. Settings.All];
            foreach (Setting setting in settings.Where(s => !verb.Flags.Any(own => own.Name == s.Flag)))
            {
                Row(
                    text,
                    setting.Flag is null ? $"({setting.Key})" : Flag(setting.Flag, setting.Value),
                    setting.Help + (setting.Variable is null ? string.Empty : $" [{setting.Variable}]")
                );
            }

            text.Append("\nIn brackets: the environment variable. Keys of the file: ");
            text.AppendJoin(", ", settings.Select(setting => setting.Key)).Append(".\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string Flag(string name, string? value) => value is null ? $"--{name}" : $"--{name} {value}";

    /// <remarks>What is longer than its column has a line of its own.</remarks>
    private static void Row(StringBuilder text, string left, string right)
    {
        text.Append("  ").Append(left.PadRight(Column));
        if (left.Length >= Column)
        {
            text.Append('\n').Append(' ', Column + 2);
        }

        text.Append(right).Append('\n');
    }
}
