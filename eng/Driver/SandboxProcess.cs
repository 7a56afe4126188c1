using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClickUpMcp.Driver;

/// <summary>The built-in ClickUp sandbox in a process of its own.</summary>
public sealed partial class SandboxProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _client;

    private SandboxProcess(ChildProcess process, Uri address)
    {
        _process = process;
        Address = address;
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
        var process = ChildProcess.Start(binary, ["sandbox", "--port", "0", .. options]);
        var ready = await process.WaitForLineAsync(line => LoopbackAddress().IsMatch(line), cancellationToken);
        return new SandboxProcess(process, new Uri(LoopbackAddress().Match(ready).Value));
    }

    /// <summary>Back to the seed: state, faults and log.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        using var reply = await _client.PostAsync(
            new Uri("/__sandbox/reset", UriKind.Relative),
            null,
            cancellationToken
        );
        reply.EnsureSuccessStatusCode();
    }

    /// <summary>Replaces the faults, each as <c>{"kind": "latency", "ms": 300}</c>.</summary>
    public async Task InjectAsync(string faults, CancellationToken cancellationToken)
    {
        using var body = new StringContent($"[{faults}]");
        using var reply = await _client.PostAsync(
            new Uri("/__sandbox/faults", UriKind.Relative),
            body,
            cancellationToken
        );
        reply.EnsureSuccessStatusCode();
    }

    /// <summary>Every request since the last reset: method, path, query, status, and when it arrived in Unix milliseconds.</summary>
    public Task<JsonElement> LogAsync(CancellationToken cancellationToken) =>
        _client.GetFromJsonAsync<JsonElement>(new Uri("/__sandbox/log", UriKind.Relative), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoopbackAddress();
}
