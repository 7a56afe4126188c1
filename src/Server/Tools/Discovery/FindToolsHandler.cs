using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Tools.Search;

namespace ClickUpMcp.Tools.Discovery;

/// <summary>Searches all available tools, listed or not, and shows how to call the best.</summary>
internal sealed class FindToolsHandler : IToolHandler<ResolvedFindTools>
{
    public ValueTask<HandlerResult> HandleAsync(
        ResolvedFindTools arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ToolInventory inventory =
            context.Services.Inventory
            ?? throw new InvalidOperationException("Tools can only be searched inside a dispatched call.");
        FoundTools found = new(
            new ToolSearch(inventory).Find(arguments.Query),
            SearchIndex.Of(inventory.Catalog),
            (int)arguments.Limit
        );
        string text =
            context.Services.Projector.Format == OutputFormat.Json
                ? RawJson.Write(found.WriteJson)
                : found.ToText(Categories());
        return new ValueTask<HandlerResult>(HandlerResult.Of(new ToolResult(text)));

        IEnumerable<string> Categories() =>
            inventory
                .Available.Select(inventory.Catalog.CategoryIndex)
                .Distinct()
                .Select(category => inventory.Catalog.CategoryNames[category]);
    }
}
