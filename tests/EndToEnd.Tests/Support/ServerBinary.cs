using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Support;

/// <summary>The native executables under test.</summary>
internal static class ServerBinary
{
    public static string Path => Existing(Repository.Binary, Repository.BinaryVariable);

    /// <summary>The server's transport with the conformance suite's fixtures behind it.</summary>
    public static string ConformanceHost => Existing(Repository.ConformanceHost, Repository.ConformanceHostVariable);

    public static StdioClient Start(params IEnumerable<string> arguments) => StdioClient.Start(Path, arguments);

    /// <summary>Starts the server over HTTP on a free port of the loopback.</summary>
    public static Task<HttpServerProcess> StartHttpAsync(params IEnumerable<string> options) =>
        HttpServerProcess.StartAsync(Path, options, null, Limit.Short);

    /// <summary>The same for users who sign in, at the sandbox.</summary>
    public static Task<SignInServer> StartSignInAsync(params IEnumerable<string> options) =>
        SignInServer.StartAsync(Path, options, Limit.Short);

    public static Task<CompletedProcess> RunAsync(params IEnumerable<string> arguments) =>
        ChildProcess.RunAsync(Path, arguments, cancellationToken: Limit.Short);

    private static string Existing(string path, string variable) =>
        File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"There is no {path}: run ./build.sh test once, or set {variable}.",
                path
            );
}
