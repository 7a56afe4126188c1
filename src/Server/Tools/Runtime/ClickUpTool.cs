using System.Text.Json;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool that can be called; the concrete ones are emitted from the spec.</summary>
internal abstract class ClickUpTool
{
    /// <summary>The tool's name on the wire.</summary>
    public abstract string Name { get; }

    /// <summary>What its output schema is made from; null when it has none.</summary>
    public virtual ResponseDefinition? Output => null;

    /// <summary>How one call stands for several; null when it does not.</summary>
    public virtual BulkDefinition? Bulk => null;

    /// <summary>Binds one item of a bulk call; null when errors were recorded.</summary>
    /// <param name="item">Its own arguments.</param>
    /// <param name="general">Those of all items that it does not give itself.</param>
    /// <param name="path">Where it stands in the call.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public abstract BulkBinding? BindItem(JsonElement item, JsonElement general, string path, ArgumentErrors errors);

    /// <summary>The things that the tool's filters choose, one more than a bulk call may have where there are so many.</summary>
    /// <param name="filters">The filters.</param>
    /// <param name="path">Where they stand in the call.</param>
    /// <param name="context">The call.</param>
    /// <param name="errors">Takes what is wrong with them.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public abstract ValueTask<BulkSelection> SelectAsync(
        JsonElement filters,
        string path,
        ToolCallContext context,
        ArgumentErrors errors,
        CancellationToken cancellationToken
    );

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
