using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using ClickUpMcp.Driver.Http;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>One client of a soak: does what clients do in a random order, also what they should not do.</summary>
internal sealed class SoakWorker(
    Uri address,
    int seed,
    ConcurrentDictionary<string, long> counts,
    Action<string> unexpected
)
{
    /// <summary>Few, so that within the warm-up each has as many left sessions as it may have.</summary>
    private const int Tokens = 4;

    private static readonly string[] Priorities = ["urgent", "high", "normal", "low"];

    private readonly Random _random = new(seed);
    private HttpConnection? _connection;

    /// <summary>Works until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await ActAsync(_random.Next(100), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end.
        }
        finally
        {
            _connection?.Dispose();
        }
    }

    private Task ActAsync(int dice, CancellationToken cancellationToken) =>
        dice switch
        {
            < 25 => AskAsync("lists", McpCall.List, 200, cancellationToken),
            < 55 => AskAsync("get_task", McpCall.GetTask, 200, cancellationToken),
            < 65 => AskAsync("searches", Search(), 200, cancellationToken),
            < 75 => AskAsync("writes", Write(), 200, cancellationToken),
            < 85 => FailAsync(cancellationToken),
            < 95 => SessionAsync(cancellationToken),
            _ => HangUpAsync(cancellationToken),
        };

    private McpCall Search() =>
        McpCall.Tool("get_workspace_tasks", $$"""{"include_closed":true,"limit":{{_random.Next(1, 50)}}}""");

    private McpCall Write() =>
        McpCall.Tool(
            "update_task",
            $$"""{"task":"27075wz","priority":"{{Priorities[_random.Next(Priorities.Length)]}}"}"""
        );

    private Task AskAsync(string what, McpCall call, int status, CancellationToken cancellationToken) =>
        SendAsync(what, McpRequest.Stateless(address, call, Token()), status, cancellationToken);

    private Task FailAsync(CancellationToken cancellationToken) =>
        _random.Next(5) switch
        {
            0 => AskAsync("errors", McpCall.Tool("get_task", """{"task":"none"}"""), 200, cancellationToken),
            1 => AskAsync("errors", McpCall.Tool("get_tsk", "{}"), 200, cancellationToken),
            2 => AskAsync("errors", new McpCall("tools/lisp"), 404, cancellationToken),
            3 => SendAsync(
                "errors",
                McpRequest.Post(address, """{"jsonrpc":"2.0","id":""", []),
                400,
                cancellationToken
            ),
            _ => SendAsync("errors", McpRequest.InSession(address, McpCall.List, "none"), 404, cancellationToken),
        };

    /// <summary>A session from its start to its end; every tenth is left, as clients do that crash.</summary>
    private async Task SessionAsync(CancellationToken cancellationToken)
    {
        var token = Token();
        await SendAsync("sessions", McpRequest.Initialize(address, token), 200, cancellationToken);
        var id = _connection!.Header("Mcp-Session-Id");
        await SendAsync("lists", McpRequest.InSession(address, McpCall.List, id, token), 200, cancellationToken);
        await SendAsync("get_task", McpRequest.InSession(address, McpCall.GetTask, id, token), 200, cancellationToken);
        if (_random.Next(4) == 0)
        {
            using var stream = await HttpConnection.OpenAsync(address, cancellationToken);
            await stream.SendAsync(McpRequest.About(address, "GET", id, token), cancellationToken);
            Count("streams");
            Expect(200, await stream.ReadHeadAsync(cancellationToken), stream);
        }

        if (_random.Next(10) > 0)
        {
            await SendAsync("deletes", McpRequest.About(address, "DELETE", id, token), 204, cancellationToken);
        }
    }

    /// <summary>Half a request or a response that nobody waits for, and the connection is gone.</summary>
    private async Task HangUpAsync(CancellationToken cancellationToken)
    {
        byte[] request = McpRequest.Stateless(address, _random.Next(2) == 0 ? Search() : McpCall.List, Token());
        var connection = await ConnectAsync(cancellationToken);
        var isHalf = _random.Next(2) == 0;
        await connection.SendAsync(
            request.AsMemory(0, isHalf ? _random.Next(request.Length) : request.Length),
            cancellationToken
        );
        Count("disconnects");
        Disconnect();
    }

    private async Task SendAsync(string what, byte[] request, int status, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken);
        Count(what);
        try
        {
            var reply = await connection.ExchangeAsync(request, cancellationToken);
            Expect(status, reply.Status, connection);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            unexpected($"{what}: {e.Message}");
            Disconnect();
            await ConnectAsync(cancellationToken);
        }
    }

    private void Expect(int status, int actual, HttpConnection connection)
    {
        if (actual != status)
        {
            unexpected($"Not {status}: {connection.Head}{Encoding.UTF8.GetString(connection.Body)}");
        }
    }

    private string[] Token() => _random.Next(2) == 0 ? [] : [$"X-ClickUp-Key: pk_{_random.Next(Tokens)}_SOAK\r\n"];

    private async Task<HttpConnection> ConnectAsync(CancellationToken cancellationToken) =>
        _connection ??= await HttpConnection.OpenAsync(address, cancellationToken);

    private void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private void Count(string what) => counts.AddOrUpdate(what, 1, static (_, count) => count + 1);
}
