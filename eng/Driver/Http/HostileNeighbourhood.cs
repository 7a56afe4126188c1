using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Driver.Http;

/// <summary>A server over HTTP with an honest client and eight that attack it, each with a bearer token of its own.</summary>
public sealed class HostileNeighbourhood : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SandboxProcess _clickUp;
    private readonly HttpServerProcess _server;
    private readonly string _tokens;

    private HostileNeighbourhood(SandboxProcess clickUp, HttpServerProcess server, string tokens)
    {
        _clickUp = clickUp;
        _server = server;
        _tokens = tokens;
    }

    /// <summary>Where the server speaks MCP.</summary>
    public Uri Address => _server.Address;

    /// <summary>The server's memory.</summary>
    public ProcessMemory Memory => ProcessMemory.Of(_server.Process.Id);

    /// <summary>Starts the server, and the sandbox in a process of its own.</summary>
    /// <param name="binary">The server's executable.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<HostileNeighbourhood> StartAsync(string binary, CancellationToken cancellationToken)
    {
        var tokens = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            tokens,
            Enumerable
                .Range(0, HostileClients.Count + 1)
                .Select(static i => $"client{i} {HashOf(HostileClients.TokenOf(i))}"),
            cancellationToken
        );
        var clickUp = await SandboxProcess.StartAsync(binary, ["--rate", "0"], cancellationToken);
        var server = await HttpServerProcess.StartAsync(
            binary,
            ["--tokens-file", tokens, "--audit", "/dev/null"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_BASE_URL"] = clickUp.Address.ToString(),
                ["CLICKUP_API_KEY"] = "pk_1_SERVER",
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_MAX_IN_FLIGHT"] = "0",
            },
            cancellationToken
        );
        var neighbourhood = new HostileNeighbourhood(clickUp, server, tokens);
        await neighbourhood.HonestAsync(TimeSpan.FromSeconds(1), cancellationToken);
        return neighbourhood;
    }

    /// <summary>Calls a tool again and again for a while, with a pause after each call, and checks each reply.</summary>
    public Task<HonestResult> HonestAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var end = Stopwatch.StartNew();
        return HonestAsync(() => end.Elapsed < time, cancellationToken);
    }

    /// <summary>The same, once at least, until something has ended.</summary>
    public Task<HonestResult> HonestAsync(Task until, CancellationToken cancellationToken) =>
        HonestAsync(() => !until.IsCompleted, cancellationToken);

    private async Task<HonestResult> HonestAsync(Func<bool> goesOn, CancellationToken cancellationToken)
    {
        var target = TargetOf(HostileClients.Count, cancellationToken);
        var request = target.Request(McpCall.GetTask, "X-ClickUp-Key: pk_2_HONEST\r\n");
        List<double> latencies = [];
        var failed = 0;
        using var connection = await HttpConnection.OpenAsync(target.Address, cancellationToken);
        do
        {
            var start = Stopwatch.GetTimestamp();
            var reply = await connection.ExchangeAsync(request, cancellationToken);
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            failed += reply.Status == 200 && connection.Body.IndexOf("27075wz"u8) >= 0 ? 0 : 1;
            await Task.Delay(Pause, cancellationToken);
        } while (goesOn());

        latencies.Sort();
        return new HonestResult(
            latencies.Count,
            failed,
            latencies[latencies.Count / 2],
            latencies[latencies.Count * 99 / 100],
            latencies[^1]
        );
    }

    /// <summary>All attackers make one attack at once, some rounds of it.</summary>
    public Task AttackAsync(Attack attack, int rounds, CancellationToken cancellationToken)
    {
        return Task.WhenAll(Enumerable.Range(0, HostileClients.Count).Select(AttackAsync));

        async Task AttackAsync(int attacker)
        {
            for (var i = 0; i < rounds; i++)
            {
                await attack.RunAsync(TargetOf(attacker, cancellationToken));
            }
        }
    }

    /// <summary>Waits until the server's memory is at most so large, or has not become so within a time.</summary>
    /// <returns>How large it is, in KiB.</returns>
    public async Task<long> ShrunkAsync(long toKiB, TimeSpan patience, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (Memory.Resident > toKiB && watch.Elapsed < patience)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        return Memory.Resident;
    }

    /// <summary>Attacks until it is cancelled, in this process.</summary>
    /// <returns>How many rounds of each were made.</returns>
    public Task<IReadOnlyDictionary<string, int>> AttackAsync(CancellationToken cancellationToken) =>
        HostileClients.AttackAsync(Address, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _clickUp.DisposeAsync();
        File.Delete(_tokens);
    }

    private AttackTarget TargetOf(int client, CancellationToken cancellationToken) =>
        HostileClients.TargetOf(Address, client, cancellationToken);

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
