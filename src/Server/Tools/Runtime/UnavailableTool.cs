using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Stands for a tool that the build could not complete; its diagnostic says why.</summary>
internal sealed class UnavailableTool(string name) : ClickUpTool
{
    public override string Name => name;

    public override ValueTask<ToolResult> CallAsync(
        JsonElement arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException(name);
}
