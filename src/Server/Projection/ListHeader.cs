namespace ClickUpMcp.Projection;

/// <summary>What stands above a list.</summary>
/// <param name="Count">The items shown.</param>
/// <param name="Plural">What they are called.</param>
/// <param name="NextCursor">The cursor that continues; null at the end.</param>
/// <param name="Total">How many there are in all, when more exist and no cursor leads to them.</param>
/// <param name="Note">Something the caller should know about the answer; null mostly.</param>
internal sealed record ListHeader(int Count, string Plural, string? NextCursor, int? Total, string? Note)
{
    /// <summary>The header as one line.</summary>
    public string Line
    {
        get
        {
            string count = Total is { } total
                ? $"{Count} of {total} {Plural}, raise limit for more"
                : $"{Count} {(Count == 1 ? Singular : Plural)}";
            string more = NextCursor is null ? string.Empty : $", more: cursor={NextCursor}";
            return Note is null ? count + more : $"{count}{more} ({Note})";
        }
    }

    // Every plural of the spec is a regular English one.
    private string Singular => Plural.EndsWith("ies", StringComparison.Ordinal) ? Plural[..^3] + "y" : Plural[..^1];
}
