using ClickUpMcp.Cli.Results;
using ClickUpMcp.Hosting;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Cli;

/// <summary>Writes the result of a call in the format that was asked for, or in the one that suits where it goes.</summary>
internal static class CallResult
{
    public const string Flag = "format";

    private static readonly string[] Names = ["table", "tsv", "csv", "json", "ids", "text"];

    public static VerbFlag FormatFlag =>
        new(Flag, string.Join('|', Names), "how the result is written (a table at a terminal, else tab-separated)");

    /// <summary>The format that the command line asks for, or else the settings; null when neither does.</summary>
    /// <exception cref="OptionsException">There is none of that name.</exception>
    public static CallFormat? Asked(CommandArguments arguments, ServerOptions options) =>
        arguments.Flag(Flag) switch
        {
            null => options.Format == OutputFormat.Json ? CallFormat.Json : null,
            var name when Names.Contains(name) => Enum.Parse<CallFormat>(name, ignoreCase: true),
            var name => throw new OptionsException(
                $"--{Flag} must be one of {string.Join(", ", Names)}.{Suggestion.For(name, Names)}"
            ),
        };

    /// <summary>Writes the result of a call that went well.</summary>
    /// <param name="text">The result, in JSON unless text was asked for.</param>
    /// <param name="format">What was asked for.</param>
    /// <param name="environment">Where it goes.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Write(string text, CallFormat? format, CliEnvironment environment)
    {
        if (format is CallFormat.Text or CallFormat.Json || ResultTable.Read(text) is not { } table)
        {
            environment.WriteLine(text);
            return ExitCode.Ok;
        }

        int? width = environment.Terminal.Width;
        switch (format ?? (width is null ? CallFormat.Tsv : CallFormat.Table))
        {
            case CallFormat.Table:
                environment.WriteStyled(new AlignedTable(width ?? int.MaxValue, HasColour(environment)).Write(table));
                return ExitCode.Ok;
            case CallFormat.Ids:
                return WriteIds(table, environment);
            case CallFormat.Csv:
                environment.WriteStyled(SeparatedValues.Commas(table));
                break;
            default:
                environment.WriteStyled(SeparatedValues.Tabs(table));
                break;
        }

        foreach (string note in table.Notes)
        {
            environment.WriteError(note);
        }

        return ExitCode.Ok;
    }

    private static int WriteIds(ResultTable table, CliEnvironment environment)
    {
        if (table.Ids.Any(static id => id is null))
        {
            environment.WriteError("The result has no ids. Ask for them with fields, or choose another --format.");
            return ExitCode.Failed;
        }

        environment.WriteStyled(string.Concat(table.Ids.Select(static id => id + "\n")));
        foreach (string note in table.Notes)
        {
            environment.WriteError(note);
        }

        return ExitCode.Ok;
    }

    // https://no-color.org: any value but the empty one turns colours off.
    private static bool HasColour(CliEnvironment environment) =>
        environment.Terminal.Width is not null
        && string.IsNullOrEmpty(environment.Variable("NO_COLOR"))
        && environment.Variable("TERM") != "dumb";
}
