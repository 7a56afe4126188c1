using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Conformance;

/// <summary>Finds and lists the tools of the suite.</summary>
internal static class FixtureTools
{
    private static readonly Dictionary<string, FixtureTool> Tools = new FixtureTool[][]
    {
        ContentTools.All,
        NotifyingTools.All,
        AskingTools.All,
        InputRequiredTools.All,
    }
        .SelectMany(static tools => tools)
        .ToDictionary(static tool => tool.Name, StringComparer.Ordinal);

    public static ListToolsResult List() =>
        new()
        {
            Tools =
            [
                .. Tools.Values.Select(static tool => new Tool
                {
                    Name = tool.Name,
                    Description = $"Fixture {tool.Name}",
                    InputSchema = JsonElement.Parse(tool.Schema),
                }),
            ],
        };

    public static ValueTask<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    ) =>
        Tools.TryGetValue(request.Params.Name, out FixtureTool? tool)
            ? tool.RunAsync(request, cancellationToken)
            : throw new McpProtocolException($"Unknown tool {request.Params.Name}", McpErrorCode.InvalidParams);
}
