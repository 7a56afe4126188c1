namespace ClickUpMcp.Generators.Model;

/// <summary>A shape: the fields of a raw response that are shown.</summary>
internal sealed record ShapeModel(string Name, string Plural, EquatableArray<ShapeFieldModel> Fields)
{
    /// <summary>Who wrote the texts; null where nothing shows it.</summary>
    public AuthorModel? Author { get; init; }
}
