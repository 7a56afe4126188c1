using System.Text;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Cli;

/// <summary>One run of the command line in this process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static Task<CliRun> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <summary>The same with environment variables.</summary>
    public static Task<CliRun> RunAsync(Dictionary<string, string> variables, params string[] arguments) =>
        RunAsync(new CompositionRoot(TimeProvider.System), variables, arguments);

    /// <summary>A run without any argument.</summary>
    public static Task<CliRun> RunAsync(bool isTerminal) =>
        RunAsync(new CompositionRoot(TimeProvider.System), [], isTerminal, []);

    /// <summary>The same of a program that is put together in another way.</summary>
    public static Task<CliRun> RunAsync(
        IComposition composition,
        Dictionary<string, string> variables,
        params string[] arguments
    ) => RunAsync(composition, variables, isTerminal: false, arguments);

    private static async Task<CliRun> RunAsync(
        IComposition composition,
        Dictionary<string, string> variables,
        bool isTerminal,
        string[] arguments
    )
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var environment = new CliEnvironment(
            composition,
            variables.GetValueOrDefault,
            new Lazy<Stream>(Stream.Null),
            new Lazy<Stream>(output),
            new Lazy<Stream>(error),
            TimeProvider.System
        )
        {
            IsTerminal = () => isTerminal,
            VariableNames = () => variables.Keys,
        };
        int code = await Task.Run(() => CommandLine.Run(arguments, environment)).WaitAsync(HttpServer.Patience);
        return new CliRun(code, Text(output), Text(error));
    }

    /// <summary>Fails unless the program ended with one line for who started it, and nothing else.</summary>
    public void ShouldBeOneLine(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, Error);
        Output.ShouldBeEmpty();
        Error.ShouldStartWith("clickup-mcp: ");
        Error.Count(static c => c == '\n').ShouldBe(1, Error);
        Error.ShouldEndWith("\n");
        Error.ShouldNotContain("   at ");
        Error.ShouldNotContain("Exception");
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
