namespace ClickUpMcp.Values;

/// <summary>How a run of text is set off from the text around it.</summary>
[Flags]
internal enum TextMarks
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,
}
