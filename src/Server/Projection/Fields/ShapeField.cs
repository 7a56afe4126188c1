namespace ClickUpMcp.Projection;

/// <summary>One row of a shape: what a field is called and where it comes from.</summary>
/// <param name="Name">The name the model reads.</param>
/// <param name="From">A path of <see cref="JsonPath"/> into the raw item, or <see cref="ShapeField.Key"/>.</param>
/// <param name="Kind">How the value is read and shown.</param>
/// <param name="Level">The lowest detail level that shows it; <see cref="DetailLevel.Full"/> means only by name in <c>fields</c>.</param>
/// <param name="MaxLength">For <see cref="FieldKind.Text"/>: characters shown before it is cut; 0 means no limit.</param>
internal sealed record ShapeField(string Name, string From, FieldKind Kind, DetailLevel Level, int MaxLength = 0)
{
    /// <summary>The path that means the name under which the item stands in an object of items.</summary>
    public const string Key = "$key";

    /// <summary>For a path that maps over items: the member of each whose text stands before its value; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>What its values are in structured content.</summary>
    public FieldType Type => FieldTypes.Of(Kind, From);
}
