namespace ClickUpMcp.Projection;

/// <summary>A named selection of fields: the only part of a raw response that a model gets to read below full detail.</summary>
/// <param name="Name">The shape's name in the spec.</param>
/// <param name="Plural">What several of them are called, as in "12 tasks".</param>
/// <param name="Fields">The fields in the order they are shown.</param>
internal sealed record ShapeDefinition(string Name, string Plural, ShapeField[] Fields)
{
    /// <summary>Where its things show who wrote them; null where they do not.</summary>
    public AuthorRule? Author { get; init; }

    /// <summary>The field that a caller means by a name; null when it is none's.</summary>
    public ShapeField? Find(string name) =>
        Array.Find(Fields, field => field.Name == name)
        ?? Array.Find(Fields, field => field.Aliases.Contains(name, StringComparer.Ordinal));
}
