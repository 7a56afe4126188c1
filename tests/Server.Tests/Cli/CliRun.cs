using ClickUpMcp.Hosting;

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

    private static Task<CliRun> RunAsync(
        IComposition composition,
        Dictionary<string, string> variables,
        bool isTerminal,
        string[] arguments
    ) => new CliSurroundings(composition) { Variables = variables, IsTerminal = isTerminal }.RunAsync(arguments);

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
}
