using System.Text;

namespace ClickUpMcp.Driver.Http;

/// <summary>Builds whole requests, head and body, as bytes.</summary>
public static class McpRequest
{
    public const string Legacy = "2025-11-25";
    private const string Modern = "2026-07-28";

    private const string Meta = $$$"""
        "_meta":{"io.modelcontextprotocol/protocolVersion":"{{{Modern}}}","io.modelcontextprotocol/clientCapabilities":{},"io.modelcontextprotocol/clientInfo":{"name":"bench","version":"1"}}
        """;

    /// <summary>A request of the stateless revision.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="call">What to ask for.</param>
    /// <param name="headers">Further lines of the head.</param>
    public static byte[] Stateless(Uri address, McpCall call, params IEnumerable<string> headers)
    {
        var name = call.Name is null ? "" : $"Mcp-Name: {call.Name}\r\n";
        return Post(
            address,
            call.Json(Meta),
            [$"MCP-Protocol-Version: {Modern}\r\nMcp-Method: {call.Method}\r\n{name}", .. headers]
        );
    }

    /// <summary>A request of the older revisions.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="call">What to ask for.</param>
    /// <param name="session">The session's id; null for a server that has none.</param>
    /// <param name="headers">Further lines of the head.</param>
    public static byte[] InSession(Uri address, McpCall call, string? session, params IEnumerable<string> headers) =>
        Post(
            address,
            call.Json(null),
            [$"MCP-Protocol-Version: {Legacy}\r\n", session is null ? "" : $"Mcp-Session-Id: {session}\r\n", .. headers]
        );

    /// <summary>The request that starts a session.</summary>
    public static byte[] Initialize(Uri address, params IEnumerable<string> headers) =>
        Post(
            address,
            $$$$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"{{{{Legacy}}}}","capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}""",
            headers
        );

    /// <summary>A request without a body about a session.</summary>
    public static byte[] About(Uri address, string method, string session, params IEnumerable<string> headers) =>
        Encode(
            $"{method} {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\n"
                + $"Mcp-Session-Id: {session}\r\n{string.Concat(headers)}\r\n"
        );

    public static byte[] Post(Uri address, string json, IEnumerable<string> headers) =>
        Encode(
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n"
                + $"Accept: application/json, text/event-stream\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n"
                + $"{string.Concat(headers)}\r\n{json}"
        );

    private static byte[] Encode(string request) => Encoding.UTF8.GetBytes(request);
}
