namespace ClickUpMcp.Tools.Runtime;

/// <summary>How one call of a tool stands for several, as the spec states it.</summary>
/// <param name="Items">The argument that lists them.</param>
/// <param name="Item">The argument that an item means which is no object.</param>
internal sealed record BulkDefinition(string Items, string Item)
{
    /// <summary>Other spellings of <see cref="Items"/>.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>The tool whose filters choose items; null for none.</summary>
    public string? Where { get; init; }

    /// <summary>What items hold that is made for each of them once it is there.</summary>
    public BulkNested[] Nested { get; init; } = [];
}
