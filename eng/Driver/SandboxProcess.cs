using System.Net.Http.Json;
using System.Text.Json;

namespace ClickUpMcp.Driver;

/// <summary>The built-in ClickUp sandbox in a process of its own.</summary>
public sealed class SandboxProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _client;

    private SandboxProcess(ChildProcess process, int port)
    {
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}");
        _client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <param name="binary">The server's executable.</param>
    /// <param name="options">Further flags of <c>sandbox</c>, such as <c>--rate 0</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the line that names the port.</param>
    public static async Task<SandboxProcess> StartAsync(
        string binary,
        IEnumerable<string> options,
        CancellationToken cancellationToken
    )
    {
        var port = FreePort.Next();
        var process = ChildProcess.Start(binary, ["sandbox", "--port", $"{port}", .. options]);
        await process.WaitForLineAsync(line => line.Contains($":{port}", StringComparison.Ordinal), cancellationToken);
        return new SandboxProcess(process, port);
    }

    /// <summary>Back to the seed: state, faults and log.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        using var answer = await _client.PostAsync(
            new Uri("/__sandbox/reset", UriKind.Relative),
            null,
            cancellationToken
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Every request since the last reset: method, path, query, status.</summary>
    public Task<JsonElement> LogAsync(CancellationToken cancellationToken) =>
        _client.GetFromJsonAsync<JsonElement>(new Uri("/__sandbox/log", UriKind.Relative), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }
}
