using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>How an endpoint's raw answer becomes what the model reads, as the spec states it.</summary>
/// <param name="Shape">The fields to show; null when the answer is only the tool's own sentence.</param>
/// <param name="IsList">Whether <paramref name="Path"/> leads to an array of like things.</param>
/// <param name="Path">Dotted path to the thing or the array; empty means the whole answer.</param>
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
);
