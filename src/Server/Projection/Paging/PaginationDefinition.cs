namespace ClickUpMcp.Projection;

/// <summary>The paging of one endpoint, as the spec states it.</summary>
/// <param name="Style">How the endpoint pages.</param>
/// <param name="PageSize">Items in a full upstream page; 0 when unknown.</param>
/// <param name="Parameter">Query parameter (or body member) that carries the page number or the cursor.</param>
/// <param name="Next">Dotted path in the response to the next cursor; empty when the style has none.</param>
/// <param name="Last">Dotted path in the response to a boolean that ends the list; empty when there is none.</param>
internal sealed record PaginationDefinition(
    PaginationStyle Style,
    int PageSize,
    string Parameter,
    string Next,
    string Last
)
{
    /// <summary>The number of the first page.</summary>
    public int First { get; init; }

    /// <summary>Path in an item to what the page after it starts from, in place of a cursor in the response; empty when there is one.</summary>
    public string LastItem { get; init; } = "";
}
