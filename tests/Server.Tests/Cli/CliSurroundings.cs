using System.Text;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Cli;

/// <summary>What a run of the command line finds around it.</summary>
internal sealed class CliSurroundings(IComposition composition)
{
    public CliSurroundings()
        : this(new CompositionRoot(TimeProvider.System)) { }

    public Dictionary<string, string> Variables { get; init; } = [];

    /// <summary>What the input holds.</summary>
    public string Input { get; init; } = "";

    /// <summary>Whether a person types the input.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether nothing more can be written to where results go.</summary>
    public bool IsOutputFull { get; init; }

    /// <summary>Whether nothing more can be written to where errors go.</summary>
    public bool IsErrorFull { get; init; }

    public FakeTerminal Terminal { get; init; } = new();

    public async Task<CliRun> RunAsync(params string[] arguments)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Input));
        using MemoryStream output = IsOutputFull ? new FullStream() : new MemoryStream();
        using MemoryStream error = IsErrorFull ? new FullStream() : new MemoryStream();
        var environment = new CliEnvironment(
            composition,
            Variables.GetValueOrDefault,
            new Lazy<Stream>(input),
            new Lazy<Stream>(output),
            new Lazy<Stream>(error),
            TimeProvider.System
        )
        {
            HasTerminal = IsTerminal,
            KnownVariables = Variables.Keys,
            Terminal = Terminal,
        };
        int code = await Task.Run(() => CommandLine.Run(arguments, environment)).WaitAsync(HttpServer.Patience);
        return new CliRun(code, Text(output), Text(error));
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
