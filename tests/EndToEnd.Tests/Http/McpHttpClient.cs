using System.Net;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Http;

/// <summary>A client of the server over HTTP in either protocol era, down to the HTTP reply.</summary>
/// <param name="address">Where MCP is.</param>
/// <param name="isModern">Whether it speaks revision 2026-07-28; else it has a session.</param>
/// <param name="handler">How it connects.</param>
/// <param name="headers">Headers of every request.</param>
internal sealed class McpHttpClient(
    Uri address,
    bool isModern,
    SocketsHttpHandler handler,
    params (string Name, string Value)[] headers
) : IDisposable
{
    private const string Modern = "2026-07-28";
    private const string Legacy = "2025-11-25";
    private const string SessionHeader = "Mcp-Session-Id";

    private const string Meta = $$$"""
        "_meta":{"io.modelcontextprotocol/protocolVersion":"{{{Modern}}}","io.modelcontextprotocol/clientCapabilities":{}}
        """;

    private readonly HttpClient _client = new(handler, disposeHandler: false);
    private string? _session;

    public McpHttpClient(Uri address, bool isModern, params (string Name, string Value)[] headers)
        : this(address, isModern, new SocketsHttpHandler { UseCookies = false, UseProxy = false }, headers) { }

    public bool IsModern => isModern;

    /// <summary>The header that names its session, for another client that goes on with it.</summary>
    public (string Name, string Value) Session => (SessionHeader, _session ?? "");

    /// <summary>Starts a session; a modern client needs none.</summary>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        if (isModern)
        {
            return;
        }

        _session = null;
        using var reply = await PostAsync(
            $$$$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"{{{{Legacy}}}}","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""",
            [],
            cancellationToken
        );
        reply.EnsureSuccessStatusCode();
        _session = reply.Headers.GetValues(SessionHeader).Single();
    }

    /// <summary>Ends the session.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Delete, []);
        using var reply = await _client.SendAsync(request, cancellationToken);
        reply.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    public Task<HttpResponseMessage> ListAsync(CancellationToken cancellationToken) =>
        SendAsync("tools/list", null, "", cancellationToken);

    public Task<HttpResponseMessage> CallAsync(string tool, string arguments, CancellationToken cancellationToken) =>
        SendAsync("tools/call", tool, $"\"name\":\"{tool}\",\"arguments\":{arguments}", cancellationToken);

    /// <summary>The tool's reply in a response that is one.</summary>
    public static async Task<ToolCallResult> ReplyAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return ToolCallResult.From(JsonElement.Parse(text).GetProperty("result"));
    }

    public void Dispose()
    {
        _client.Dispose();
        handler.Dispose();
    }

    private Task<HttpResponseMessage> SendAsync(
        string method,
        string? name,
        string parameters,
        CancellationToken cancellationToken
    )
    {
        string[] parts = isModern ? [parameters, Meta] : [parameters];
        var joined = string.Join(',', parts.Where(part => part.Length > 0));
        (string, string)[] own = isModern
            ? [("MCP-Protocol-Version", Modern), ("Mcp-Method", method), .. name is null ? [] : Named(name)]
            : [("MCP-Protocol-Version", Legacy)];
        return PostAsync(
            $$$"""{"jsonrpc":"2.0","id":7,"method":"{{{method}}}","params":{{{{joined}}}}}""",
            own,
            cancellationToken
        );

        static (string, string)[] Named(string name) => [("Mcp-Name", name)];
    }

    private async Task<HttpResponseMessage> PostAsync(
        string json,
        (string, string)[] own,
        CancellationToken cancellationToken
    )
    {
        using var request = Request(HttpMethod.Post, own);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private HttpRequestMessage Request(HttpMethod method, (string Name, string Value)[] own)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        if (_session is not null)
        {
            request.Headers.TryAddWithoutValidation(SessionHeader, _session);
        }

        foreach (var (name, value) in headers.Concat(own))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
