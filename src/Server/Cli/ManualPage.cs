using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary>The manual page, in the macros of <c>man</c>.</summary>
internal static class ManualPage
{
    /// <param name="table">The command line.</param>
    /// <param name="version">The version of the program.</param>
    public static string Of(CommandTable table, string version)
    {
        StringBuilder text = new($".TH CLICKUP-MCP 1 \"\" \"clickup-mcp {version}\" \"User Commands\"\n");
        text.Append(".SH NAME\nclickup-mcp \\- ClickUp for AI agents, over the Model Context Protocol\n");
        text.Append(".SH SYNOPSIS\n");
        foreach ((_, IVerb verb) in table.Verbs)
        {
            text.Append($".B clickup-mcp\n{Text(verb.Usage)}\n.br\n");
        }

        text.Append(".SH COMMANDS\n");
        foreach ((string name, IVerb verb) in table.Verbs)
        {
            text.Append($".SS {name}\n{Text(Sentence(verb.Summary))}\n");
            foreach ((string usage, string summary) in verb.Words)
            {
                Append(text, usage, null, Sentence(summary));
            }

            foreach (VerbFlag flag in verb.Flags)
            {
                Append(text, $"--{flag.Name}", flag.Value, Sentence(flag.Help));
            }
        }

        text.Append(".SH OPTIONS\n");
        text.Append("Options come from flags, else from the environment, else from the configuration file.\n");
        Append(text, $"--{Settings.ConfigFlag}", "PATH", $"JSON file with settings [{Settings.ConfigVariable}].");
        foreach (Setting setting in Own(table).Concat(Settings.All))
        {
            string variable = setting.Variable is null ? string.Empty : $" [{setting.Variable}]";
            string name = setting.Flag is null ? setting.Key : $"--{setting.Flag}";
            Append(text, name, setting.Flag is null ? null : setting.Value, $"{Sentence(setting.Help)}{variable}");
        }

        text.Append(".SH EXIT STATUS\n");
        Append(text, $"{ExitCode.Ok}", null, "All went well.");
        Append(
            text,
            $"{ExitCode.Failed}",
            null,
            "A tool gave an error, a check found a problem, or the machine lacks what the options name."
        );
        Append(text, $"{ExitCode.Usage}", null, "The command line, the environment or the configuration is wrong.");
        Append(
            text,
            $"{ExitCode.NobodyReads}",
            null,
            "What the output goes to was closed before all of it was written, as head does; nothing is said of that."
        );
        return text.ToString().TrimEnd();
    }

    private static IEnumerable<Setting> Own(CommandTable table) =>
        table.Verbs.SelectMany(static verb => verb.Verb.OwnSettings).DistinctBy(static setting => setting.Key);

    private static void Append(StringBuilder text, string name, string? value, string help)
    {
        string after = value is null ? string.Empty : $" \\fI{Text(value)}\\fR";
        text.Append($".TP\n\\fB{Text(name)}\\fR{after}\n{Text(help)}\n");
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";

    // A dot or quote at the start of a line would be a macro.
    private static string Text(string text)
    {
        string escaped = text.Replace("\\", "\\e", StringComparison.Ordinal)
            .Replace("-", "\\-", StringComparison.Ordinal);
        return escaped.StartsWith('.') || escaped.StartsWith('\'') ? "\\&" + escaped : escaped;
    }
}
