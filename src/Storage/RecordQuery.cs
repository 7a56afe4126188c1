namespace ClickUpMcp.Storage;

/// <summary>Which records of a kind to list; what is null does not narrow.</summary>
public sealed record RecordQuery(RecordKind Kind)
{
    /// <summary>Most records that a page can have.</summary>
    public const int MostRecords = 1000;

    public string? Owner { get; init; }

    public string? Group { get; init; }

    /// <summary>The key after which the page begins, in ordinal order of keys.</summary>
    public string? After { get; init; }

    /// <summary>How many at most: 1 to <see cref="MostRecords"/>.</summary>
    public int Count { get; init; } = 100;
}
