using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Conformance;

/// <summary>Short forms for what fixtures return and read.</summary>
internal static class Results
{
    public static CallToolResult Text(string text) => Of(new TextContentBlock { Text = text });

    public static CallToolResult Of(params ContentBlock[] content) => new() { Content = [.. content] };

    /// <summary>A string argument; empty when it was not sent.</summary>
    public static string Argument(RequestContext<CallToolRequestParams> request, string name) =>
        request.Params.Arguments?.TryGetValue(name, out JsonElement value) == true
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;
}
