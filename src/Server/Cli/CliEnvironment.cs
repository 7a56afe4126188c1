using System.Text;
using ClickUpMcp.Cli.Results;
using ClickUpMcp.Hosting;
using ClickUpMcp.Text;

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
    private ITerminal? _terminal;

    /// <summary>Whether a person types the input; null = what the process says when somebody asks.</summary>
    /// <remarks>Not a delegate: each more of them would show in the memory of every start.</remarks>
    public bool? HasTerminal { private get; init; } = false;

    /// <summary>The names of all environment variables; null = those of the process, likewise.</summary>
    public IEnumerable<string>? KnownVariables { private get; init; } = [];

    /// <summary>Whether a person types the input.</summary>
    public bool IsTerminal => HasTerminal ?? StandardStreams.IsInputTerminal;

    /// <summary>The names of all environment variables.</summary>
    public IEnumerable<string> VariableNames =>
        KnownVariables ?? Environment.GetEnvironmentVariables().Keys.Cast<string>();

    /// <summary>The person's terminal; that of the process is looked at only when it is asked for.</summary>
    public ITerminal Terminal
    {
        get => _terminal ??= new ProcessTerminal();
        init => _terminal = value;
    }

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
            HasTerminal = null,
            KnownVariables = null,
        };

    /// <summary>Writes lines of output, without what a terminal would take for a command.</summary>
    public void WriteLine(string text) =>
        Output.Value.Write(Encoding.UTF8.GetBytes(OutputSanitizer.Clean(text) + '\n'));

    /// <summary>Writes what is read and not processed, likewise: at a terminal its lines break between words.</summary>
    public void WritePage(string text) => WriteLine(Terminal.Width is { } width ? WrappedText.Of(text, width) : text);

    /// <summary>Writes output as it is: what of it comes from others was cleaned before it got its colours.</summary>
    public void WriteStyled(string text) => Output.Value.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes one line for the person at the terminal, likewise; it breaks between words there.</summary>
    public void WriteError(string text) => TellLines(OutputSanitizer.CleanLine(text));

    /// <summary>Writes lines for the person at the terminal, likewise.</summary>
    public void WriteErrors(string text) => TellLines(OutputSanitizer.Clean(text));

    /// <summary>Asks the person at the terminal, and reads a line.</summary>
    /// <returns>The line without white space around it; null when the input has ended.</returns>
    public string? Ask(string question)
    {
        Tell($"{OutputSanitizer.Clean(question)} ");
        return ReadLine();
    }

    /// <summary>Reads a line of the input, and nothing after it.</summary>
    public string? ReadLine()
    {
        using MemoryStream line = new();
        int letter = Input.Value.ReadByte();
        bool isThere = letter >= 0;
        for (; letter is not (< 0 or '\n'); letter = Input.Value.ReadByte())
        {
            line.WriteByte((byte)letter);
        }

        return isThere ? Encoding.UTF8.GetString(line.ToArray()).Trim() : null;
    }

    private void TellLines(string text)
    {
        string lines = $"clickup-mcp: {text}";
        Tell($"{(Terminal is { ShowsErrors: true, Width: { } width } ? WrappedText.Of(lines, width) : lines)}\n");
    }

    /// <summary>What cannot be told, on a disk that is full, does not change how the program ends.</summary>
    private void Tell(string text)
    {
        try
        {
            Error.Value.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException) { }
    }

    /// <summary>Says which files with secrets others can open.</summary>
    public void Warn(ServerOptions options)
    {
        foreach (string flag in options.ExposedFiles)
        {
            WriteError(SettingFile.Describe(flag));
        }
    }
}
