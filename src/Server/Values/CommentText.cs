using System.Text.Json;

namespace ClickUpMcp.Values;

/// <summary>The Markdown of a comment as the caller wrote it, and the blocks it is sent as.</summary>
internal sealed class CommentText(string text)
{
    /// <summary>The caller's Markdown.</summary>
    public string Text { get; } = text;

    /// <summary>The blocks with their mentions; null until resolved.</summary>
    public JsonElement? Blocks { get; private set; }

    /// <summary>Records the blocks.</summary>
    public void Resolve(JsonElement blocks) => Blocks = blocks;
}
