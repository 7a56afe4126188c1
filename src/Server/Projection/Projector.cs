using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Turns raw JSON into the short text (or compact JSON) that a model reads; sanitises every user-authored string.</summary>
internal sealed class Projector(OutputFormat format)
{
    /// <summary>Shows one thing.</summary>
    public string One(
        JsonElement item,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        string timeZoneId
    ) => throw new NotSupportedException(format.ToString());

    /// <summary>Shows a list: how many, whether there is more and the cursor that continues, and a compact table.</summary>
    public string Many(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        string? nextCursor,
        string timeZoneId
    ) => throw new NotSupportedException();
}
