namespace ClickUpMcp.Values;

/// <summary>The kinds of lines that a comment can have.</summary>
internal enum LineKind
{
    Paragraph,
    Bullet,
    Ordered,
    Unchecked,
    Checked,
    Code,
}
