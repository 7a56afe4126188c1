namespace ClickUpMcp.Generators.Model;

/// <summary>Paging of an endpoint; <paramref name="Style"/> is a member name of the runtime's PaginationStyle.</summary>
internal sealed record PaginationModel(string Style, int PageSize, string Parameter, string Next, string Last)
{
    /// <summary>The number of the first page.</summary>
    public int First { get; init; }

    /// <summary>Path in an item to what the page after it starts from; empty when the response has a cursor.</summary>
    public string LastItem { get; init; } = "";
}
