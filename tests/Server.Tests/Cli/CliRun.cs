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
    public static async Task<CliRun> RunAsync(Dictionary<string, string> variables, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var environment = new CliEnvironment(
            new CompositionRoot(TimeProvider.System),
            variables.GetValueOrDefault,
            new Lazy<Stream>(Stream.Null),
            new Lazy<Stream>(output),
            new Lazy<Stream>(error),
            TimeProvider.System
        );
        int code = await Task.Run(() => CommandLine.Run(arguments, environment)).WaitAsync(HttpServer.Patience);
        return new CliRun(code, Text(output), Text(error));
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());
}
