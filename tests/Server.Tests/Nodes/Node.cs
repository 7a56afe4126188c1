using ClickUpMcp.Api;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Storage;
using ClickUpMcp.Tests.Api;
using ClickUpMcp.Tests.RateLimiting.Chain;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>The part of a server that sends to ClickUp, with a share of the budget, and callers that never have enough.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly NodeDirectory _directory;
    private readonly ManualTimeProvider _time;
    private readonly UpstreamGate _gate;
    private readonly ClickUpClient _client;
    private readonly CancellationTokenSource _killed = new();

    private Node(NodeDirectory directory, IRecordStore store, HttpMessageHandler clickUp, ManualTimeProvider time)
    {
        _time = time;
        _directory = directory;
        _gate = new UpstreamGate(
            new UpstreamLimitOptions(),
            new LimitCounters(),
            time,
            budgets: new StoredBudgets(store, directory, time)
        );
        _client = TestClient.Over(clickUp, time, token: SandboxSeed.Token, gate: _gate);
    }

    /// <summary>Requests that were answered.</summary>
    public int Served { get; private set; }

    public static async Task<Node> StartAsync(
        IRecordStore store,
        HttpMessageHandler clickUp,
        ManualTimeProvider time,
        Action<LogLevel, string>? report = null
    ) =>
        new(
            await NodeDirectory.JoinAsync(store, time, report ?? ((_, _) => { }), CancellationToken.None),
            store,
            clickUp,
            time
        );

    /// <summary>Sends until an instant, so many requests at once, or until it is killed.</summary>
    public Task WorkAsync(int callers, Func<bool> isOver) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CallAsync(isOver)));

    /// <summary>Stops it in the middle of what it does; it gives nothing back.</summary>
    /// <remarks>On the caller's thread: virtual time must not move on while it is being stopped.</remarks>
    public void Kill() => _killed.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _directory.DisposeAsync();
        _gate.Dispose();
        _killed.Dispose();
    }

    private async Task CallAsync(Func<bool> isOver)
    {
        ClickUpRequest request = new("GetUser", ClickUpMethod.Get, "/api/v2/user", "", default);
        while (!isOver())
        {
            try
            {
                await _client.SendAsync(request with { Call = new TestCall(_time) }, _killed.Token);
                Served++;
            }
            catch (OperationCanceledException) when (_killed.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
