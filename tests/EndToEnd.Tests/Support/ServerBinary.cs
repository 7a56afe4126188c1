using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Support;

/// <summary>The native executable under test.</summary>
internal static class ServerBinary
{
    public static string Path =>
        File.Exists(Repository.Binary)
            ? Repository.Binary
            : throw new FileNotFoundException(
                "There is no native binary: run ./build.sh native, or set CLICKUP_MCP_BINARY."
            );

    public static StdioClient Start(params IEnumerable<string> arguments) => StdioClient.Start(Path, arguments);

    public static Task<CompletedProcess> RunAsync(params IEnumerable<string> arguments) =>
        ChildProcess.RunAsync(Path, arguments, cancellationToken: Limit.Short);
}
