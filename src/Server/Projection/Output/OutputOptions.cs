namespace ClickUpMcp.Projection;

/// <summary>What the caller asked of a result: detail, fields, and the page of a list.</summary>
internal sealed record OutputOptions
{
    /// <summary>The detail level; null means the tool's default.</summary>
    public DetailLevel? DetailLevel { get; init; }

    /// <summary>Names of the shape's fields to show instead of a level; empty means by level.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The most items to return; null means the tool's default.</summary>
    public int? Limit { get; init; }

    /// <summary>The opaque cursor of an earlier result; null starts at the beginning.</summary>
    public string? Cursor { get; init; }
}
