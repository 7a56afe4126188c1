namespace ClickUpMcp.Projection;

/// <summary>How an endpoint hands out a long list.</summary>
internal enum PaginationStyle
{
    /// <summary>Everything in one result.</summary>
    None,

    /// <summary>Query <c>page</c> from 0 or 1; ended by a boolean in the response or by a short page.</summary>
    Page,

    /// <summary>Query <c>start</c> (ms) and <c>start_id</c> of the last item seen.</summary>
    StartId,

    /// <summary>An opaque cursor in the response, sent back as a query parameter.</summary>
    Cursor,

    /// <summary>An opaque cursor in the response, sent back inside the body.</summary>
    BodyCursor,

    /// <summary>A query parameter out of the address that the <c>Link</c> header calls next.</summary>
    Link,
}
