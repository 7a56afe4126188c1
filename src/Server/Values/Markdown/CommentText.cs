namespace ClickUpMcp.Values;

/// <summary>The Markdown of a comment as the caller wrote it.</summary>
internal sealed class CommentText(string text)
{
    /// <summary>The caller's Markdown.</summary>
    public string Text { get; } = text;
}
