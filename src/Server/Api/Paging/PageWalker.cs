using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Api.Paging;

/// <summary>How to ask for a page and how to tell where the next one starts; this one is for endpoints without pages.</summary>
internal class PageWalker
{
    /// <summary>The style, which cursors are bound to.</summary>
    public virtual PaginationStyle Style => PaginationStyle.None;

    /// <summary>Where reading starts.</summary>
    public virtual PagePosition First => new(string.Empty, 0);

    /// <summary>Whether a position is one that this style can ask for.</summary>
    public virtual bool Accepts(PagePosition position) => position.Value.Length == 0;

    /// <summary>The walker for an endpoint.</summary>
    public static PageWalker Create(PaginationDefinition? definition) =>
        definition?.Style switch
        {
            PaginationStyle.Page => new NumberedPageWalker(definition),
            PaginationStyle.StartId => new StartIdPageWalker(definition),
            PaginationStyle.Cursor or PaginationStyle.BodyCursor => new CursorPageWalker(definition),
            PaginationStyle.Link => new LinkPageWalker(definition),
            _ => new PageWalker(),
        };

    /// <summary>The request for the page at a position.</summary>
    public virtual ClickUpRequest Apply(ClickUpRequest request, PagePosition position) => request;

    /// <summary>The position after a whole page; null when it was the last one.</summary>
    public virtual PagePosition? Next(
        ClickUpResponse response,
        JsonElement root,
        List<JsonElement> items,
        PagePosition position
    ) => null;

    /// <summary>The items of a page that were not handed out before.</summary>
    public virtual List<JsonElement> SkipSeen(List<JsonElement> items, PagePosition position) =>
        [.. items.Skip(position.Offset)];

    /// <summary>The position after the first <paramref name="taken"/> of a page's fresh items.</summary>
    public virtual PagePosition Within(PagePosition position, List<JsonElement> fresh, int taken) =>
        position with
        {
            Offset = position.Offset + taken,
        };
}
