using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The items one call returns, cut from one or more upstream pages; owns their documents.</summary>
internal sealed class ItemPage : IDisposable
{
    private readonly List<JsonDocument> _documents = [];

    /// <summary>The items in upstream order.</summary>
    public List<JsonElement> Items { get; } = [];

    /// <summary>The opaque cursor that continues after the last item; null at the end.</summary>
    public string? NextCursor { get; set; }

    /// <summary>How many items there are in all, when more exist than are returned and no cursor can reach them; null otherwise.</summary>
    public int? Total { get; set; }

    /// <summary>Keeps a document alive for as long as its items are read.</summary>
    public JsonElement Own(JsonDocument document)
    {
        _documents.Add(document);
        return document.RootElement;
    }

    public void Dispose() => _documents.ForEach(static d => d.Dispose());
}
