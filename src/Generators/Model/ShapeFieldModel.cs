namespace ClickUpMcp.Generators.Model;

/// <summary>One field of a shape; <paramref name="Kind"/> and <paramref name="Level"/> are member names of the runtime's enums.</summary>
internal sealed record ShapeFieldModel(string Name, string From, string Kind, string Level, int MaxLength)
{
    /// <summary>For a path that maps over items: the member of each whose text stands before its value; empty for none.</summary>
    public string Label { get; init; } = "";
}
