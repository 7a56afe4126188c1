namespace ClickUpMcp.Values;

/// <summary>What the last line that was written is, as far as the next one depends on it.</summary>
internal enum LastLine
{
    Blank,
    Text,
    EmptyItem,
    CodeOrRule,
}
