namespace ClickUpMcp.Projection;

/// <summary>What is known of the whole list that some items are a part of.</summary>
/// <param name="NextCursor">The cursor that continues after the last item; null at the end.</param>
/// <param name="Total">How many items there are in all, when that is known and more than these.</param>
/// <param name="CursorAfter">Makes the cursor that continues after the first so many items; null when there are no cursors.</param>
internal sealed record ListPosition(
    string? NextCursor = null,
    int? Total = null,
    Func<int, string?>? CursorAfter = null
);
