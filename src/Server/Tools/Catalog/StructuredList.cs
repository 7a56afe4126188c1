using System.Buffers;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>Builds the <c>tools/list</c> that also says what structured content each tool returns.</summary>
internal static class StructuredList
{
    /// <summary>The JSON array of these tools.</summary>
    public static byte[] Build(CatalogView catalog, IEnumerable<int> tools)
    {
        ArrayBufferWriter<byte> output = new();
        output.Write("["u8);
        foreach (int index in tools)
        {
            if (output.WrittenCount > 1)
            {
                output.Write(","u8);
            }

            OutputSchema schema = catalog.OutputSchema(index);
            if (schema.IsDeclared)
            {
                output.Write(catalog.Definition(index)[..^1]);
                output.Write(""","outputSchema":"""u8);
                schema.WriteTo(output);
                output.Write("}"u8);
            }
            else
            {
                output.Write(catalog.Definition(index));
            }
        }

        output.Write("]"u8);
        return output.WrittenSpan.ToArray();
    }
}
