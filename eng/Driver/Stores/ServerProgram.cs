namespace ClickUpMcp.Driver.Stores;

/// <summary>A server that tests start as a user without privileges, and that ends when its input does: also when we are killed.</summary>
internal sealed class ServerProgram : IAsyncDisposable
{
    // The shell stops the server once nobody holds the other end of its input any more.
    private const string StopAtEndOfInput =
        "\"$@\" </dev/null & server=$!; cat >/dev/null; kill -INT $server; wait $server";
    private const string Nobody = "65534";

    private readonly ChildProcess _shell;

    private ServerProgram(ChildProcess shell) => _shell = shell;

    /// <param name="command">The program and its arguments.</param>
    /// <param name="readyLine">Part of the line that it writes when it serves.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<ServerProgram> StartAsync(
        IEnumerable<string> command,
        string readyLine,
        CancellationToken cancellationToken
    )
    {
        var shell = ChildProcess.Start("sh", ["-c", StopAtEndOfInput, "sh", .. Unprivileged(command)], null, "/");
        try
        {
            await shell.WaitForLineAsync(line => line.Contains(readyLine, StringComparison.Ordinal), cancellationToken);
            return new ServerProgram(shell);
        }
        catch
        {
            await shell.DisposeAsync();
            throw;
        }
    }

    /// <summary>A folder that goes to the server's user.</summary>
    public static async Task<string> CreateFolderAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("clickup-mcp-store-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(["chown", $"{Nobody}:{Nobody}", folder], cancellationToken);
        }

        return folder;
    }

    /// <summary>Runs a program as the server's user; returns what it wrote.</summary>
    public static async Task<string> RunUnprivilegedAsync(
        IEnumerable<string> command,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null
    ) => await RunAsync(Unprivileged(command), cancellationToken, environment);

    public async Task StopAsync()
    {
        _shell.CloseInput();
        await _shell.Ended;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _shell.DisposeAsync();
    }

    private static IEnumerable<string> Unprivileged(IEnumerable<string> command) =>
        Environment.IsPrivilegedProcess
            ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--", .. command]
            : command;

    private static async Task<string> RunAsync(
        IEnumerable<string> command,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var list = command.ToList();
        var done = await ChildProcess.RunAsync(list[0], list.Skip(1), environment, "/", cancellationToken);
        return done.ExitCode == 0
            ? done.Output
            : throw new InvalidOperationException($"{string.Join(' ', list)}\n{done.Everything}");
    }
}
