namespace ClickUpMcp.Generators.Model;

/// <summary>How the response is shown.</summary>
/// <param name="Shape">Name of the shape; null when the response is only <paramref name="Outcome"/>.</param>
/// <param name="IsList">Whether <paramref name="Path"/> leads to an array.</param>
/// <param name="Path">Path to the thing or the items; empty for the whole response.</param>
/// <param name="DefaultLevel">Member name of the runtime's DetailLevel.</param>
/// <param name="DefaultLimit">Items returned by default; 0 means no limit argument.</param>
/// <param name="MaximumLimit">Largest value of the limit argument.</param>
/// <param name="Pagination">How the endpoint pages; null when it does not.</param>
/// <param name="Outcome">Sentence with <c>{argument}</c> placeholders for responses without content; null for none.</param>
internal sealed record ResponseModel(
    string? Shape,
    bool IsList,
    string Path,
    string DefaultLevel,
    int DefaultLimit,
    int MaximumLimit,
    PaginationModel? Pagination,
    string? Outcome
)
{
    /// <summary>Further paths of a list.</summary>
    public EquatableArray<string> MorePaths { get; init; }

    /// <summary>The member that holds the items below an item; empty when there is none.</summary>
    public string Children { get; init; } = "";

    /// <summary>Which items of a list are shown.</summary>
    public EquatableArray<FilterModel> Filter { get; init; }

    /// <summary>Whether text shows the items of a list one after another.</summary>
    public bool IsSeries { get; init; }

    /// <summary>What a list does not show unless it is asked to.</summary>
    public EquatableArray<LeftOutModel> LeavesOut { get; init; }

    /// <summary>The sum that stands beside a list; null for none.</summary>
    public TotalModel? Total { get; init; }
}
