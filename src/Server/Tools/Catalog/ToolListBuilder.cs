using System.Buffers;
using System.Text.Json;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>Builds the forms of <c>tools/list</c>: the definitions one after the other, with what a form adds or leaves out.</summary>
internal static class ToolListBuilder
{
    // A list has some 30 tools, of some 450 bytes.
    private const int UsualLength = 16_384;

    private static ReadOnlySpan<byte> Schema => "inputSchema"u8;

    /// <summary>The JSON array of these tools.</summary>
    public static ReadOnlyMemory<byte> Build(CatalogView catalog, IEnumerable<int> tools, ToolListForm form)
    {
        ArrayBufferWriter<byte> output = new(UsualLength);
        output.Write("["u8);
        foreach (int index in tools)
        {
            if (output.WrittenCount > 1)
            {
                output.Write(","u8);
            }

            WriteTool(output, catalog, index, form);
        }

        output.Write("]"u8);
        return output.WrittenMemory;
    }

    private static void WriteTool(ArrayBufferWriter<byte> output, CatalogView catalog, int index, ToolListForm form)
    {
        ReadOnlySpan<byte> definition = catalog.Definition(index);
        if (form is { WithOutput: false, IsFull: false })
        {
            ListedDefinition.Write(output, definition, form.OneWorkspace);
            return;
        }

        Range schema = SchemaOf(definition);
        output.Write(definition[..schema.Start]);
        // The contract has the workspace anyway.
        if (form.IsFull)
        {
            output.Write(catalog.Describe(index).InputSchema.Span);
        }
        else
        {
            ListedDefinition.Write(output, definition[schema], form.OneWorkspace);
        }

        output.Write(definition[schema.End..^1]);
        OutputSchema declared = form.WithOutput ? catalog.OutputSchema(index) : default;
        if (declared.IsDeclared)
        {
            output.Write(""","outputSchema":"""u8);
            declared.WriteTo(output);
        }

        output.Write("}"u8);
    }

    /// <summary>Where the value of <c>inputSchema</c> is; before the last brace when there is none.</summary>
    private static Range SchemaOf(ReadOnlySpan<byte> definition)
    {
        Utf8JsonReader reader = new(definition);
        bool isFound = false;
        reader.Read();
        while (!isFound && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isFound = reader.ValueTextEquals(Schema);
            reader.Read();
            if (!isFound)
            {
                reader.Skip();
            }
        }

        if (!isFound)
        {
            return ^1..^1;
        }

        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }
}
