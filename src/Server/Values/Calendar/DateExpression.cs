namespace ClickUpMcp.Values;

/// <summary>A date as the caller wrote it.</summary>
internal sealed class DateExpression(
    string text,
    DateEdge edge,
    DateDirection direction = DateDirection.Future,
    string name = "date"
)
{
    /// <summary>The caller's words: ISO 8601, Unix milliseconds in digits, or natural language.</summary>
    public string Text { get; } = text;

    /// <summary>What a date without a time means.</summary>
    public DateEdge Edge { get; } = edge;

    /// <summary>Which way to look for what comes round.</summary>
    public DateDirection Direction { get; } = direction;

    /// <summary>The argument or field that it stands in.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the caller left it to the tool.</summary>
    public bool IsDefault { get; init; }
}
