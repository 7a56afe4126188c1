namespace ClickUpMcp.Generators.Model;

/// <summary>How the answer is shown.</summary>
/// <param name="Shape">Name of the shape; null when the answer is only <paramref name="Outcome"/>.</param>
/// <param name="IsList">Whether <paramref name="Path"/> leads to an array.</param>
/// <param name="Path">Dotted path to the thing or the array; empty for the whole answer.</param>
/// <param name="DefaultLevel">Member name of the runtime's DetailLevel.</param>
/// <param name="DefaultLimit">Items returned by default; 0 means no limit argument.</param>
/// <param name="MaximumLimit">Largest value of the limit argument.</param>
/// <param name="Pagination">How the endpoint pages; null when it does not.</param>
/// <param name="Outcome">Sentence with <c>{argument}</c> placeholders for answers without content; null for none.</param>
internal sealed record ResponseModel(
    string? Shape,
    bool IsList,
    string Path,
    string DefaultLevel,
    int DefaultLimit,
    int MaximumLimit,
    PaginationModel? Pagination,
    string? Outcome
);
