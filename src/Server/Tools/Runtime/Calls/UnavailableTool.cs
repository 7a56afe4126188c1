using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Stands in for a tool whose handler class is missing, so that the build shows one diagnostic and no cascade.</summary>
internal sealed class UnavailableTool(string name) : ClickUpTool
{
    public override string Name => name;

    public override BulkBinding? BindItem(JsonElement item, JsonElement general, string path, ArgumentErrors errors) =>
        throw Missing();

    public override ValueTask<BulkSelection> SelectAsync(
        JsonElement filters,
        string path,
        ToolCallContext context,
        ArgumentErrors errors,
        CancellationToken cancellationToken
    ) => throw Missing();

    public override ValueTask<ToolResult> CallAsync(
        JsonElement arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => throw Missing();

    private ActionableException Missing() =>
        new(
            $"The tool {name} is not available in this build of the server.",
            next: "Use another tool, or tell the operator."
        );
}
