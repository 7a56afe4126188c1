using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Search;

/// <summary>What a search result says of a tool.</summary>
/// <param name="Name">The tool's name.</param>
/// <param name="Kind">Whether it reads or writes.</param>
/// <param name="Description">When to use it.</param>
/// <param name="Schema">Its arguments as JSON Schema, without those that most tools have.</param>
internal sealed record FoundDescription(string Name, string Kind, string Description, string Schema)
{
    public static FoundDescription Of(ToolDescriptor tool) =>
        new(
            tool.Name,
            tool.Traits.HasFlag(ToolTraits.ReadOnly) ? "read"
                : tool.Traits.HasFlag(ToolTraits.Destructive) ? "write, destructive"
                : "write",
            tool.Description,
            RawJson.Write(writer => LeanSchema.Write(writer, tool))
        );
}
