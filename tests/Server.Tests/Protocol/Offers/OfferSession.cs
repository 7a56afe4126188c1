using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;

namespace ClickUpMcp.Tests.Protocol.Offers;

/// <summary>The product over stdio, with the built-in ClickUp behind it, and a client of either era.</summary>
internal sealed class OfferSession : IAsyncDisposable
{
    private readonly StdioSession _session;

    public OfferSession(Action<ServerOptions>? configure = null, CoreServices? services = null)
    {
        var options = new ServerOptions { Sandbox = true, CallsPerMinute = 0 };
        configure?.Invoke(options);
        CoreServices core = services ?? StdioSession.Services();
        _session = new StdioSession(core, _ => new CompositionRoot(core.Time).CreateInventory(options));
    }

    /// <summary>Both eras, for tests of each.</summary>
    public static TheoryData<bool> Eras => [false, true];

    /// <summary>Whether requests are those of the stateless revision.</summary>
    public bool IsModern { get; init; }

    /// <summary>The code of a resource that is not there.</summary>
    public int NotFound => IsModern ? RpcErrorCode.InvalidParams : RpcErrorCode.ResourceNotFound;

    /// <summary>The whole reply to a request.</summary>
    public Task<JsonElement> AskAsync(string method, string parameters = "", string id = "1") =>
        _session.AskAsync(
            IsModern
                ? HttpServer.ModernJson(method, parameters, id)
                : $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"{{{method}}}","params":{{{{parameters}}}}}"""
        );

    /// <summary>The next message that comes by itself.</summary>
    public Task<JsonElement> NextAsync() => _session.ReceiveJsonAsync();

    /// <inheritdoc cref="StdioSession.ShouldBeAliveAsync"/>
    public Task ShouldBeAliveAsync() => _session.ShouldBeAliveAsync();

    /// <summary>The result of a request that succeeds.</summary>
    public async Task<JsonElement> ResultAsync(string method, string parameters = "")
    {
        JsonElement reply = await AskAsync(method, parameters);
        return reply.TryGetProperty("result", out JsonElement result)
            ? result
            : throw new InvalidOperationException(reply.GetRawText());
    }

    /// <summary>The code and message of a request that is refused.</summary>
    public async Task<(int Code, string Message)> RefusalAsync(string method, string parameters = "")
    {
        JsonElement reply = await AskAsync(method, parameters);
        return reply.TryGetProperty("error", out JsonElement error)
            ? (error.GetProperty("code").GetInt32(), error.GetProperty("message").GetString()!)
            : throw new InvalidOperationException(reply.GetRawText());
    }

    /// <summary>The text of a resource.</summary>
    public async Task<string> ReadAsync(string uri)
    {
        JsonElement read = await ResultAsync("resources/read", $"\"uri\":{JsonSerializer.Serialize(uri)}");
        JsonElement content = read.GetProperty("contents").EnumerateArray().Single();
        content.GetProperty("uri").GetString().ShouldBe(uri);
        return content.GetProperty("text").GetString()!;
    }

    /// <summary>The text of a tool's result.</summary>
    public async Task<string> CallAsync(string tool, string arguments)
    {
        JsonElement called = await ResultAsync("tools/call", $"\"name\":\"{tool}\",\"arguments\":{arguments}");
        return called.GetProperty("content")[0].GetProperty("text").GetString()!;
    }

    /// <summary>The values that an argument may become, with their number and whether there are more.</summary>
    public async Task<(string[] Values, int Total, bool HasMore)> CompleteAsync(
        string reference,
        string argument,
        string value,
        string context = "{}"
    )
    {
        JsonElement completion = (
            await ResultAsync(
                "completion/complete",
                $$$"""
                "ref":{{{reference}}},"argument":{"name":"{{{argument}}}","value":{{{JsonSerializer.Serialize(
                    value
                )}}}},"context":{"arguments":{{{context}}}}
                """
            )
        ).GetProperty("completion");
        return (
            [.. completion.GetProperty("values").EnumerateArray().Select(static item => item.GetString()!)],
            completion.GetProperty("total").GetInt32(),
            completion.GetProperty("hasMore").GetBoolean()
        );
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
