using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool that can be called; the concrete ones are emitted from the spec.</summary>
internal abstract class ClickUpTool
{
    /// <summary>The tool's name on the wire.</summary>
    public abstract string Name { get; }

    /// <summary>What its output schema is made from; null when it has none.</summary>
    public virtual ResponseDefinition? Output => null;

    /// <summary>Binds and validates the arguments, then runs the tool.</summary>
    /// <param name="arguments">The JSON object the caller sent.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the call, down to the socket.</param>
    /// <exception cref="Errors.ActionableException">The call failed in a way the caller can act on.</exception>
    public abstract ValueTask<ToolResult> CallAsync(
        JsonElement arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );
}
