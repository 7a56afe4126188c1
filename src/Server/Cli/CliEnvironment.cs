using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Cli;

/// <summary>What verbs touch of the outside world.</summary>
internal sealed record CliEnvironment(
    IComposition Composition,
    Func<string, string?> Variable,
    Lazy<Stream> Input,
    Lazy<Stream> Output,
    Lazy<Stream> Error,
    TimeProvider Time
)
{
    /// <summary>Whether a person types the input.</summary>
    public Func<bool> IsTerminal { get; init; } = static () => false;

    /// <summary>The names of all environment variables.</summary>
    public Func<IEnumerable<string>> VariableNames { get; init; } = static () => [];

    /// <summary>The real process.</summary>
    public static CliEnvironment OfProcess(IComposition composition) =>
        new(
            composition,
            static name => Environment.GetEnvironmentVariable(name),
            new Lazy<Stream>(StandardStreams.OpenInput()),
            new Lazy<Stream>(StandardStreams.OpenOutput()),
            new Lazy<Stream>(StandardStreams.OpenError()),
            TimeProvider.System
        )
        {
            IsTerminal = static () => !Console.IsInputRedirected,
            VariableNames = static () => Environment.GetEnvironmentVariables().Keys.Cast<string>(),
        };

    /// <summary>Writes lines of output, without what a terminal would take for a command.</summary>
    public void WriteLine(string text) =>
        Output.Value.Write(Encoding.UTF8.GetBytes(OutputSanitizer.Clean(text) + '\n'));

    /// <summary>Writes one line for the person at the terminal, likewise.</summary>
    public void WriteError(string text) =>
        Error.Value.Write(Encoding.UTF8.GetBytes($"clickup-mcp: {OutputSanitizer.CleanLine(text)}\n"));

    /// <summary>Says which files with secrets others can open.</summary>
    public void Warn(ServerOptions options)
    {
        foreach (string flag in options.ExposedFiles)
        {
            WriteError(SettingFile.Describe(flag));
        }
    }
}
