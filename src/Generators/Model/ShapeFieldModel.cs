namespace ClickUpMcp.Generators.Model;

/// <summary>One field of a shape; <paramref name="Kind"/> and <paramref name="Level"/> are member names of the runtime's enums.</summary>
internal sealed record ShapeFieldModel(string Name, string From, string Kind, string Level, int MaxLength)
{
    /// <summary>For a path that maps over items: the member of each whose text stands before its value; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>For kind Named: member name of the runtime's EntityKind; else empty.</summary>
    public string Entity { get; init; } = "";

    /// <summary>For a path that maps over pairs: the member that holds the thing's own id, and the one that is shown.</summary>
    public EquatableArray<string> Pair { get; init; }

    /// <summary>Whether either end of a pair may be the thing itself.</summary>
    public bool IsMutual { get; init; }

    /// <summary>Raw values, each followed by the word that it is shown as.</summary>
    public EquatableArray<string> Words { get; init; }

    /// <summary>Other names under which callers may ask for it.</summary>
    public EquatableArray<string> Aliases { get; init; }
}
