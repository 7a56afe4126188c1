namespace ClickUpMcp.Generators.Model;

/// <summary>How one call of a tool stands for several.</summary>
/// <param name="Items">The argument that lists them.</param>
/// <param name="Item">The argument that an item means which is no object.</param>
internal sealed record BulkModel(string Items, string Item)
{
    public EquatableArray<string> Aliases { get; init; }

    /// <summary>What a model reads of the items.</summary>
    public string? Description { get; init; }

    /// <summary>Whether lists of tools show the items.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>The tool whose filters choose items; null for none.</summary>
    public string? Where { get; init; }

    /// <summary>What items hold that is made for each of them once it is there.</summary>
    public EquatableArray<BulkNestedModel> Nested { get; init; }
}
