using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Driver.Http;

/// <summary>A server over HTTP with an honest client and eight that attack it, each with a bearer token of its own.</summary>
public sealed class HostileNeighbourhood : IAsyncDisposable
{
    private const int Attackers = 8;

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
            Enumerable.Range(0, Attackers + 1).Select(static i => $"client{i} {HashOf(TokenOf(i))}"),
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
    public async Task<HonestResult> HonestAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var target = TargetOf(Attackers, cancellationToken);
        var request = target.Request(McpCall.GetTask, "X-ClickUp-Key: pk_2_HONEST\r\n");
        List<double> latencies = [];
        var failed = 0;
        var end = Stopwatch.StartNew();
        using var connection = await HttpConnection.OpenAsync(target.Address, cancellationToken);
        while (end.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            var reply = await connection.ExchangeAsync(request, cancellationToken);
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            failed += reply.Status == 200 && connection.Body.IndexOf("27075wz"u8) >= 0 ? 0 : 1;
            await Task.Delay(Pause, cancellationToken);
        }

        latencies.Sort();
        return new HonestResult(
            latencies.Count,
            failed,
            latencies[latencies.Count / 2],
            latencies[latencies.Count * 99 / 100],
            latencies[^1]
        );
    }

    /// <summary>Attacks until it is cancelled: each attacker makes one attack after the other, and each begins with another.</summary>
    /// <returns>How many rounds of each were made.</returns>
    public async Task<IReadOnlyDictionary<string, int>> AttackAsync(CancellationToken cancellationToken)
    {
        ConcurrentDictionary<string, int> rounds = new();
        await Task.WhenAll(
            Enumerable
                .Range(0, Attackers)
                .Select(attacker => Task.Run(() => AttackAsync(attacker), CancellationToken.None))
        );
        return new SortedDictionary<string, int>(rounds);

        async Task AttackAsync(int attacker)
        {
            var target = TargetOf(attacker, cancellationToken);
            for (var i = attacker * 2; !cancellationToken.IsCancellationRequested; i++)
            {
                var attack = Attack.All[i % Attack.All.Count];
                try
                {
                    await attack.RunAsync(target);
                    rounds.AddOrUpdate(attack.Name, 1, static (_, count) => count + 1);
                }
                catch (OperationCanceledException)
                {
                    // The time is over.
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _clickUp.DisposeAsync();
        File.Delete(_tokens);
    }

    private AttackTarget TargetOf(int client, CancellationToken cancellationToken) =>
        new(_server.Address, $"Authorization: Bearer {TokenOf(client)}\r\n", Scale: 1, cancellationToken);

    private static string TokenOf(int client) => $"token-of-client-{client}-0123456789abcdef";

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
