using System.Text;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Discovery;

/// <summary>Searches all available tools, listed or not, and shows how to call the best.</summary>
internal sealed class FindToolsHandler(ToolServices services) : IToolHandler<FindToolsArguments>
{
    // The tools that find and run tools would be found for every query about tools.
    private const string OwnCategory = "discovery";

    public ValueTask<ToolResult> HandleAsync(
        FindToolsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ToolInventory inventory =
            services.Inventory
            ?? throw new InvalidOperationException("Tools can only be searched inside a dispatched call.");
        ToolDescriptor[] found =
        [
            .. new ToolSearch(inventory).Find(arguments.Query).Where(static tool => tool.Category != OwnCategory),
        ];
        ToolDescriptor[] shown = [.. found.Take((int)arguments.Limit)];
        return new ValueTask<ToolResult>(
            new ToolResult(
                services.Projector.Format == OutputFormat.Json
                    ? Json(shown, found.Length)
                    : Text(shown, found.Length, inventory)
            )
        );
    }

    private static string Text(ToolDescriptor[] shown, int count, ToolInventory inventory)
    {
        if (shown.Length == 0)
        {
            string[] categories =
            [
                .. inventory.Available.Select(i => inventory.Catalog.Describe(i).Category).Distinct(),
            ];
            return $"No tool matches. Try other words, or a category: {string.Join(", ", categories)}.";
        }

        StringBuilder text = new();
        text.Append(
            count > shown.Length
                ? $"The best {shown.Length} of {count} tools that match"
                : $"{count} {(count == 1 ? "tool matches" : "tools match")}"
        );
        text.Append("; call them by name, or through run_read_tool and run_write_tool.");
        foreach (ToolDescriptor tool in shown)
        {
            text.Append($"\n\n{tool.Name} ({Kind(tool)}): {tool.Description}\n");
            text.Append(Encoding.UTF8.GetString(tool.InputSchema.Span));
        }

        return text.ToString();
    }

    private static string Json(ToolDescriptor[] shown, int count) =>
        RawJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", shown.Length);
            writer.WriteNumber("total", count);
            writer.WriteStartArray("tools");
            foreach (ToolDescriptor tool in shown)
            {
                writer.WriteStartObject();
                writer.WriteString("name", tool.Name);
                writer.WriteString("kind", Kind(tool));
                writer.WriteString("description", tool.Description);
                writer.WritePropertyName("inputSchema");
                using JsonDocument schema = JsonDocument.Parse(tool.InputSchema);
                schema.RootElement.WriteTo(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static string Kind(ToolDescriptor tool) =>
        tool.Traits.HasFlag(ToolTraits.ReadOnly) ? "read"
        : tool.Traits.HasFlag(ToolTraits.Destructive) ? "write, destructive"
        : "write";
}
