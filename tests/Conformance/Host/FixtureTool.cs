using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Conformance;

/// <summary>One tool of the suite.</summary>
/// <param name="Name">The name that the suite calls.</param>
/// <param name="RunAsync">What it does.</param>
/// <param name="Schema">Its input schema.</param>
internal sealed record FixtureTool(
    string Name,
    Func<RequestContext<CallToolRequestParams>, CancellationToken, ValueTask<CallToolResult>> RunAsync,
    string Schema = FixtureTool.NoArguments
)
{
    public const string NoArguments = """{"type":"object","additionalProperties":false}""";
}
