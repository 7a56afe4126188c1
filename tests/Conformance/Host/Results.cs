using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>Short forms for what fixtures return and read.</summary>
internal static class Results
{
    /// <summary>The members of any result.</summary>
    public static MethodResult Of(string members) => MethodResult.Of(Encoding.UTF8.GetBytes(members));

    /// <summary>A tool's result: blocks of content.</summary>
    public static MethodResult Content(params string[] blocks) => Of($"\"content\":[{string.Join(',', blocks)}]");

    /// <summary>A tool's result: one text.</summary>
    public static MethodResult Text(string text) => Content(TextBlock(text));

    public static MethodResult Invalid(string message, string? data = null) =>
        MethodResult.Failed(RpcFault.InvalidParams(message) with { Data = data });

    public static string TextBlock(string text) => $$"""{"type":"text","text":{{Quote(text)}}}""";

    public static string ImageBlock() =>
        $$"""{"type":"image","data":"{{ContentTools.Image}}","mimeType":"image/png"}""";

    public static string ResourceBlock(string uri, string type, string text) =>
        $$$"""{"type":"resource","resource":{"uri":{{{Quote(uri)}}},"mimeType":"{{{type}}}","text":{{{Quote(text)}}}}}""";

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    /// <summary>A string argument; empty when it was not sent.</summary>
    public static string Argument(McpRequest request, string name)
    {
        using var arguments = JsonDocument.Parse(request.Arguments);
        return
            arguments.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;
    }
}
