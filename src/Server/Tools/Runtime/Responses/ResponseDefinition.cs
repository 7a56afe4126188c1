using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>How an endpoint's raw response becomes what the model reads, as the spec states it.</summary>
/// <param name="Shape">The fields to show; null when the result is only the tool's own sentence.</param>
/// <param name="IsList">Whether <paramref name="Path"/> leads to like things.</param>
/// <param name="Path">A path of <see cref="JsonPath"/> to the thing or the items; empty means the whole response.</param>
/// <param name="DefaultLevel">The detail level when the caller names none.</param>
/// <param name="DefaultLimit">Items returned when the caller names no limit; 0 means no limit argument.</param>
/// <param name="Pagination">How the endpoint pages; null when it does not.</param>
internal sealed record ResponseDefinition(
    ShapeDefinition? Shape,
    bool IsList,
    string Path,
    DetailLevel DefaultLevel,
    int DefaultLimit,
    PaginationDefinition? Pagination
)
{
    /// <summary>Further paths of a list whose items come after those of <see cref="Path"/>.</summary>
    public string[] MorePaths { get; init; } = [];

    /// <summary>The member of an item that holds the items below it, which are shown after it; empty when there is none.</summary>
    public string Children { get; init; } = "";

    /// <summary>Whether text shows the items one after another instead of in a table.</summary>
    public bool IsSeries { get; init; }

    /// <summary>The sum that stands beside a list; null for none.</summary>
    public TotalDefinition? Total { get; init; }
}
