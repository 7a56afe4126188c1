using System.Text;
using ClickUpMcp.Protocol.Inventories;

namespace ClickUpMcp.Conformance;

/// <summary>Lists and calls the tools of the suite.</summary>
internal sealed class FixtureTools : IToolGateway
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

    public ReadOnlyMemory<byte> ToolList { get; } =
        Encoding.UTF8.GetBytes('[' + string.Join(',', Tools.Values.Select(Describe)) + ']');

    public async ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken)
    {
        if (!Tools.TryGetValue(request.Subject, out FixtureTool? tool))
        {
            return ToolGatewayResult.Unknown("There is no such tool in the suite.");
        }

        request.Facts.Tool = tool.Name;
        return ToolGatewayResult.Called(await tool.RunAsync(request, cancellationToken));
    }

    private static string Describe(FixtureTool tool) =>
        $$"""{"name":"{{tool.Name}}","description":"Fixture {{tool.Name}}","inputSchema":{{tool.Schema}}}""";
}
