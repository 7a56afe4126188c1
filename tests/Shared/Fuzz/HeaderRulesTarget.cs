using System.Text;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>A modern request passes only with headers that say what its body says; input: revision, method, name and body, a line each.</summary>
internal sealed class HeaderRulesTarget : IFuzzTarget
{
    private const string Encoded = "=?base64?";
    private const string Modern = "2026-07-28";

    private const string Meta = $$$"""
        "_meta":{"io.modelcontextprotocol/protocolVersion":"{{{Modern}}}","io.modelcontextprotocol/clientCapabilities":{}}
        """;

    public string Name => "header-rules";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        Of("tools/list", "", $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{{{{Meta}}}}}"""),
        Of("tools/call", "é", $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"é",{{{Meta}}}}}"""),
        Of(
            "tools/call",
            "=?base64?w6k=?=",
            $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"é",{{{Meta}}}}}"""
        ),
        Of(
            "resources/read",
            "a:b",
            $$$"""{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"a:b",{{{Meta}}}}}"""
        ),
        Encoding.UTF8.GetBytes("2025-11-25\n\n\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"),
    ];

    public IReadOnlyList<string> Words { get; } = [Encoded, "?=", "=?base64?gA==?=", Modern, " ", "\t"];

    public void Run(byte[] input)
    {
        string[] parts = FuzzCheck.Text(input).Split('\n', 4);
        byte[] body = Encoding.UTF8.GetBytes(parts[^1]);
        HeaderDictionary headers = [];
        Set(headers, "MCP-Protocol-Version", parts, 0);
        Set(headers, "Mcp-Method", parts, 1);
        Set(headers, "Mcp-Name", parts, 2);
        using IncomingMessage message = new(body, EnvelopeReader.Read(body));

        HttpFault? fault = HttpEraRules.Check(headers, message);

        if (fault is null && message is { IsModern: true, IsRequest: true })
        {
            FuzzCheck.Holds(parts[0].Trim(' ', '\t') == Modern, "another revision passed");
            string method = JsonTokens.TextOf(body.AsSpan()[message.Envelope.MethodName]);
            FuzzCheck.Holds(Says(parts[1], method), "another method passed");
            // A body without a name is refused by the core, over every transport alike.
            string? name = method is "tools/call" or "prompts/get" ? message.Envelope.Parameters.Name : null;
            FuzzCheck.Holds(name is null || Says(parts[2], name), "another name passed");
        }
    }

    /// <summary>Whether a header says so plainly, or in a way of which this check knows nothing.</summary>
    private static bool Says(string header, string text) =>
        header.Trim(' ', '\t') == text || header.Contains(Encoded, StringComparison.OrdinalIgnoreCase);

    private static void Set(HeaderDictionary headers, string name, string[] parts, int index)
    {
        if (index < parts.Length - 1 && parts[index].Length > 0)
        {
            headers[name] = parts[index];
        }
    }

    private static byte[] Of(string method, string name, string body) =>
        Encoding.UTF8.GetBytes($"{Modern}\n{method}\n{name}\n{body}");
}
