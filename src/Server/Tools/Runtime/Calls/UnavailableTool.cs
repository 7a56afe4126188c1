using System.Text.Json;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Stands in for a tool whose handler class is missing, so that the build shows one diagnostic and no cascade.</summary>
internal sealed class UnavailableTool(string name) : ClickUpTool
{
    public override string Name => name;

    public override ValueTask<ToolResult> CallAsync(
        JsonElement arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        throw new ActionableException(
            $"The tool {name} is not available in this build of the server.",
            next: "Use another tool, or tell the operator."
        );
}
