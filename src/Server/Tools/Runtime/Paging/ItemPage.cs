using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The items one call returns, cut from one or more upstream pages; owns their documents.</summary>
internal sealed class ItemPage : IDisposable
{
    private readonly List<JsonDocument> _documents = [];
    private readonly List<(int Start, Func<int, string?> CursorAfter)> _parts = [];

    /// <summary>The items in upstream order.</summary>
    public List<JsonElement> Items { get; } = [];

    /// <summary>How many items were looked at, those that a filter left out included.</summary>
    public int Seen { get; set; }

    /// <summary>The opaque cursor that continues after the last item; null at the end.</summary>
    public string? NextCursor { get; set; }

    /// <summary>How many items there are in all, when that is known and more than are returned; null otherwise.</summary>
    public int? Total { get; set; }

    /// <summary>Where these items stand in the whole list.</summary>
    public ListPosition Position => new(NextCursor, Total, CursorAfter);

    /// <summary>Keeps a document alive for as long as its items are read.</summary>
    public JsonElement Own(JsonDocument document)
    {
        _documents.Add(document);
        return document.RootElement;
    }

    /// <summary>Adds items of one upstream page.</summary>
    /// <param name="items">The items.</param>
    /// <param name="cursorAfter">Makes the cursor that continues after the first so many of them; null when there can be none.</param>
    public void Add(IEnumerable<JsonElement> items, Func<int, string?> cursorAfter)
    {
        _parts.Add((Items.Count, cursorAfter));
        Items.AddRange(items);
    }

    public void Dispose() => _documents.ForEach(static d => d.Dispose());

    private string? CursorAfter(int count)
    {
        (int start, Func<int, string?> cursorAfter) = _parts.Last(part => part.Start < count);
        return cursorAfter(count - start);
    }
}
