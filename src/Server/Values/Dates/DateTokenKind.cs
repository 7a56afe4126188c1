namespace ClickUpMcp.Values;

/// <summary>The kinds of <see cref="DateToken"/>.</summary>
internal enum DateTokenKind
{
    End,
    Number,
    Word,
    Symbol,
}
