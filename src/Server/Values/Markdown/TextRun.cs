namespace ClickUpMcp.Values;

/// <summary>Text of one line with the same marks, or the end of a line.</summary>
/// <param name="Text">The text; empty at the end of a line.</param>
/// <param name="Marks">How it is set off.</param>
/// <param name="Link">Where it leads; null when nowhere.</param>
internal readonly record struct TextRun(string Text, TextMarks Marks, string? Link)
{
    /// <summary>The person who is mentioned; 0 when it is text.</summary>
    public long Person { get; init; }

    /// <summary>Whether a line ends here.</summary>
    public bool IsBreak => Text.Length == 0 && Person == 0;
}
