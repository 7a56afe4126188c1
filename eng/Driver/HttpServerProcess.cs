namespace ClickUpMcp.Driver;

/// <summary>A server that speaks MCP over HTTP, in a process of its own; it says its address on stdout.</summary>
public sealed class HttpServerProcess : IAsyncDisposable
{
    private HttpServerProcess(ChildProcess process, Uri address) => (Process, Address) = (process, address);

    public ChildProcess Process { get; }

    /// <summary>Where MCP is.</summary>
    public Uri Address { get; }

    /// <summary>What all its threads have spent on a core so far.</summary>
    public TimeSpan ProcessorTime => ProcessorClock.Of(Process.Id);

    /// <summary>Starts <c>clickup-mcp http</c> on the loopback and waits until it listens.</summary>
    /// <param name="binary">The server's executable.</param>
    /// <param name="options">Further flags of <c>http</c>.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="cancellationToken">Ends the wait for the line that names the address.</param>
    /// <param name="port">Where to listen; 0 picks one.</param>
    public static Task<HttpServerProcess> StartAsync(
        string binary,
        IEnumerable<string> options,
        IReadOnlyDictionary<string, string?>? environment,
        CancellationToken cancellationToken,
        int port = 0
    ) =>
        FromAsync(
            ChildProcess.Start(binary, ["http", "--listen", $"127.0.0.1:{port}", .. options], environment),
            cancellationToken
        );

    /// <summary>Takes over a process that was just started, and waits until it says where it listens.</summary>
    public static async Task<HttpServerProcess> FromAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        try
        {
            var address = await process.WaitForLineAsync(
                line => line.StartsWith("http", StringComparison.Ordinal),
                cancellationToken
            );
            return new HttpServerProcess(process, new Uri(address));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
