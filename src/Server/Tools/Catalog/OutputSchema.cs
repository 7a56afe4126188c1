using System.Buffers;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>What a tool's structured content is: one thing of a shape, or a list of such things with a header.</summary>
/// <remarks>
/// It holds at every detail level: of a thing nothing is required, since levels, <c>fields</c> and empty values leave members
/// out, and nothing else is forbidden.
/// </remarks>
/// <param name="properties">The shape's fields as the <c>properties</c> of a JSON Schema.</param>
/// <param name="isList">Whether it is a list.</param>
internal readonly ref struct OutputSchema(ReadOnlySpan<byte> properties, bool isList)
{
    private readonly ReadOnlySpan<byte> _properties = properties;

    /// <summary>Whether the tool declares structured content at all.</summary>
    public bool IsDeclared => !_properties.IsEmpty;

    /// <summary>Writes it as JSON Schema.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        output.Write("""{"type":"object","properties":"""u8);
        if (isList)
        {
            output.Write(
                """{"count":{"type":"integer"},"total":{"type":"integer"},"next":{"type":"string"},"note":{"type":"string"},"items":{"type":"array","items":{"type":"object","properties":"""u8
            );
            output.Write(_properties);
            output.Write("""}}},"required":["count","items"]}"""u8);
        }
        else
        {
            output.Write("""{"note":{"type":"string"},"outcome":{"type":"string"},"parts":{"type":"object"},"""u8);
            // The brace that opens its members is above.
            output.Write(_properties[1..]);
            output.Write("}"u8);
        }
    }
}
