namespace ClickUpMcp.Resolution;

/// <summary>How ClickUp divides a list of things into pages.</summary>
internal enum ListingPages
{
    /// <summary>Everything comes at once.</summary>
    None,

    /// <summary>A number from 0; a page that brings nothing new follows the last, since its size is not documented.</summary>
    Numbered,

    /// <summary>The next page is asked for by <c>next_cursor</c> of the one before.</summary>
    Cursor,
}
