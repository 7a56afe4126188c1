using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClickUpMcp.Driver;

/// <summary>A small MCP client over the stdio of a server process.</summary>
public sealed class StdioClient : IAsyncDisposable
{
    public const string ProtocolVersion = "2025-11-25";

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _pending = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ChildProcess _process;
    private int _lastId;

    private StdioClient(
        string binary,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment
    ) => _process = ChildProcess.Start(binary, arguments, environment, onOutput: Receive);

    public int ProcessId => _process.Id;

    /// <summary>Every line the server wrote to stdout.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public string Errors => _process.Errors;

    public static StdioClient Start(
        string binary,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null
    ) => new(binary, arguments, environment);

    /// <summary>The handshake; returns the result of <c>initialize</c>.</summary>
    public async Task<JsonElement> InitializeAsync(CancellationToken cancellationToken)
    {
        var result = await RequestAsync(
            "initialize",
            new JsonObject
            {
                ["protocolVersion"] = ProtocolVersion,
                ["capabilities"] = new JsonObject(),
                ["clientInfo"] = new JsonObject { ["name"] = "clickup-mcp-driver", ["version"] = "1.0.0" },
            },
            cancellationToken
        );
        await WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""", cancellationToken);
        return result;
    }

    /// <summary>Sends one request and returns its result.</summary>
    /// <exception cref="InvalidOperationException">The reply was a JSON-RPC error, or the server ended.</exception>
    public async Task<JsonElement> RequestAsync(
        string method,
        JsonObject? parameters,
        CancellationToken cancellationToken
    )
    {
        var reply = await SendAsync(method, parameters, cancellationToken);
        return reply.TryGetProperty("result", out var result)
            ? result
            : throw new InvalidOperationException($"{method} failed: {reply.GetProperty("error")}");
    }

    /// <summary>Calls a tool.</summary>
    public async Task<ToolCallResult> CallAsync(string tool, JsonNode? arguments, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["name"] = tool, ["arguments"] = arguments?.DeepClone() ?? new JsonObject() };
        return ToolCallResult.From(await RequestAsync("tools/call", parameters, cancellationToken));
    }

    /// <summary>Sends one request and returns the whole reply, result or error.</summary>
    public async Task<JsonElement> SendAsync(string method, JsonObject? parameters, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var message = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = id,
            ["method"] = method,
        };
        if (parameters is not null)
        {
            message["params"] = parameters;
        }

        var reply = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = reply;
        _ = FailWhenServerEndsAsync(reply);
        await WriteLineAsync(message.ToJsonString(), cancellationToken);
        return await reply.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Writes one raw line, valid or not.</summary>
    public Task WriteLineAsync(string line, CancellationToken cancellationToken) =>
        WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"), cancellationToken);

    /// <summary>Writes raw bytes.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _process.Input.WriteAsync(bytes, cancellationToken);
            await _process.Input.FlushAsync(cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Ends the server's stdin and returns its exit code.</summary>
    public async Task<int> CloseAsync(CancellationToken cancellationToken)
    {
        _process.CloseInput();
        return await _process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _writing.Dispose();
    }

    private async Task FailWhenServerEndsAsync(TaskCompletionSource<JsonElement> reply)
    {
        await Task.WhenAny(reply.Task, _process.Ended);
        reply.TrySetException(new InvalidOperationException($"The server ended without a reply.\n{Errors}"));
    }

    private void Receive(string line)
    {
        _lines.Enqueue(line);
        if (
            Parse(line) is { ValueKind: JsonValueKind.Object } message
            && message.TryGetProperty("id", out var id)
            && id.ValueKind == JsonValueKind.Number
            && !message.TryGetProperty("method", out _)
            && _pending.TryRemove(id.GetInt32(), out var waiting)
        )
        {
            waiting.TrySetResult(message);
        }
    }

    /// <summary>A line that is no JSON stays in <see cref="Lines"/>, for a test to find.</summary>
    private static JsonElement? Parse(string line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
