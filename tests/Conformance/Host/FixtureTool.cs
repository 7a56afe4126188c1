using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Conformance;

/// <summary>One tool of the suite.</summary>
/// <param name="Name">The name that the suite calls.</param>
/// <param name="RunAsync">What it does.</param>
/// <param name="Schema">Its input schema.</param>
internal sealed record FixtureTool(
    string Name,
    Func<McpRequest, CancellationToken, ValueTask<MethodResult>> RunAsync,
    string Schema = FixtureTool.NoArguments
)
{
    public const string NoArguments = """{"type":"object","additionalProperties":false}""";

    /// <summary>A tool that waits for nothing.</summary>
    public static FixtureTool Of(string name, Func<McpRequest, MethodResult> run) =>
        new(name, (request, _) => new ValueTask<MethodResult>(run(request)));
}
