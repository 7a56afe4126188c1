namespace ClickUpMcp.Projection;

/// <summary>What stands above a list.</summary>
/// <param name="Count">The items shown.</param>
/// <param name="Plural">What they are called.</param>
/// <param name="NextCursor">The cursor that continues; null at the end.</param>
/// <param name="Total">How many there are in all, when that is known and more than are shown.</param>
/// <param name="Notes">What else the caller should know.</param>
internal sealed record ListHeader(int Count, string Plural, string? NextCursor, int? Total, ResultNotes Notes)
{
    /// <summary>Whether a larger limit would show more; not when the result was too long.</summary>
    public bool CanRaiseLimit { get; init; } = Total is not null && NextCursor is null;

    /// <summary>The header as one line.</summary>
    public string Line
    {
        get
        {
            string count = Total is { } total
                ? $"{Count} of {total} {Plural}"
                : $"{Count} {(Count == 1 ? Singular : Plural)}";
            string advice = CanRaiseLimit ? ", raise limit for more" : string.Empty;
            string more = NextCursor is null ? string.Empty : $", more: cursor={NextCursor}";
            return Notes.Note is { } note ? $"{count}{advice}{more} ({note})" : count + advice + more;
        }
    }

    // Every plural of the spec is a regular English one.
    private string Singular => Plural.EndsWith("ies", StringComparison.Ordinal) ? Plural[..^3] + "y" : Plural[..^1];
}
