namespace ClickUpMcp.OpenApi;

/// <summary>One query parameter or one value in the body of an operation.</summary>
/// <param name="Location"><c>query.NAME</c> or <c>body.PATH</c>; members joined by dots, <c>[]</c> for the objects of an array.</param>
/// <param name="Kinds">What it may hold.</param>
/// <param name="Items">What the items of an array may be; none when it is no array or the document does not say.</param>
/// <param name="Required">Whether it must be there when the object is that holds it.</param>
public sealed record OpenApiLeaf(string Location, JsonKinds Kinds, JsonKinds Items, bool Required)
{
    /// <summary>Whether anything may stand below it.</summary>
    public bool IsOpen =>
        Kinds.HasFlag(JsonKinds.Object)
        || (Kinds.HasFlag(JsonKinds.Array) && (Items == JsonKinds.None || Items.HasFlag(JsonKinds.Object)));

    /// <summary>The type in words.</summary>
    public string Type => JsonKindNames.Of(Kinds, Items);
}
