using System.Text;
using ClickUpMcp.Hosting;

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
    /// <summary>The real process.</summary>
    public static CliEnvironment OfProcess(IComposition composition) =>
        new(
            composition,
            static name => Environment.GetEnvironmentVariable(name),
            new Lazy<Stream>(StandardStreams.OpenInput()),
            new Lazy<Stream>(StandardStreams.OpenOutput()),
            new Lazy<Stream>(StandardStreams.OpenError()),
            TimeProvider.System
        );

    /// <summary>Writes a line of output.</summary>
    public void WriteLine(string text) => Output.Value.Write(Encoding.UTF8.GetBytes(text + '\n'));

    /// <summary>Writes a line for the person at the terminal.</summary>
    public void WriteError(string text) => Error.Value.Write(Encoding.UTF8.GetBytes($"clickup-mcp: {text}\n"));
}
