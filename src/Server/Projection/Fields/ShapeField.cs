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

    /// <summary>The path that means the item itself.</summary>
    public const string Self = "$item";

    private readonly string _from = From;
    private JsonPath? _path;

    /// <summary>A path of <see cref="JsonPath"/> into the raw item, or one of the words above.</summary>
    public string From
    {
        get => _from;
        init
        {
            _from = value;
            _path = null;
        }
    }

    /// <summary>For a path that maps over items: the member of each whose text stands before its value; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>For <see cref="FieldKind.Named"/>: what it is the name of, as a member of the emitted <c>EntityKind</c>; else empty.</summary>
    public string Entity { get; init; } = "";

    /// <summary>For a path that maps over pairs: the member of each that must hold the item's own id, and the one that is shown; else empty.</summary>
    public string[] Pair { get; init; } = [];

    /// <summary>Whether either end of a pair may be the item itself.</summary>
    public bool IsMutual { get; init; }

    /// <summary>What raw values are shown as, each value followed by its word; an empty word shows nothing.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Other names under which callers may ask for it.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Where it comes from, parsed.</summary>
    public JsonPath Path => _path ??= JsonPath.Of(From);

    /// <summary>What its values are in structured content.</summary>
    public FieldType Type => FieldTypes.Of(Kind, From);
}
