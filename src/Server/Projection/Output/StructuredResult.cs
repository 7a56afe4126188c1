namespace ClickUpMcp.Projection;

/// <summary>A result as structured content, with what tells whether it keeps to a tool's output schema.</summary>
/// <param name="Shape">The shape of the thing or things.</param>
/// <param name="IsList">Whether it is a list with its header.</param>
/// <param name="Json">The JSON object.</param>
internal sealed record StructuredResult(ShapeDefinition Shape, bool IsList, string Json)
{
    /// <summary>A sentence in the place of a thing, or of a list.</summary>
    public static StructuredResult OfSentence(string sentence, ShapeDefinition shape, bool isList) =>
        new(
            shape,
            isList,
            RawJson.Write(writer =>
            {
                writer.WriteStartObject();
                if (isList)
                {
                    writer.WriteNumber("count", 0);
                    writer.WriteString("note", sentence);
                    writer.WriteStartArray("items");
                    writer.WriteEndArray();
                }
                else
                {
                    writer.WriteString("outcome", sentence);
                }

                writer.WriteEndObject();
            })
        );
}
