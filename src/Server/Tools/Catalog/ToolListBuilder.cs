using System.Buffers;
using System.Text.Json;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>Builds the forms of <c>tools/list</c>: the definitions one after the other, with what a form adds or leaves out.</summary>
internal static class ToolListBuilder
{
    // A list has some 30 tools, of some 450 bytes.
    private const int UsualLength = 16_384;

    private static ReadOnlySpan<byte> Schema => "inputSchema"u8;

    /// <summary>The JSON array of the tools that are listed.</summary>
    public static ReadOnlyMemory<byte> Build(CatalogView catalog, IToolSelection selection, ToolListForm form)
    {
        ArrayBufferWriter<byte> output = new(UsualLength);
        ListedDefinition.Append(output, "["u8);
        for (int index = 0; index < catalog.Count; index++)
        {
            if (!selection.Lists(index))
            {
                continue;
            }

            if (output.WrittenCount > 1)
            {
                ListedDefinition.Append(output, ","u8);
            }

            WriteTool(output, catalog, index, form);
        }

        ListedDefinition.Append(output, "]"u8);
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
        ListedDefinition.Append(output, definition[..schema.Start]);
        // The contract has the workspace anyway.
        if (form.IsFull)
        {
            ListedDefinition.Append(output, catalog.Describe(index).InputSchema.Span);
        }
        else
        {
            ListedDefinition.Write(output, definition[schema], form.OneWorkspace);
        }

        ListedDefinition.Append(output, definition[schema.End..^1]);
        OutputSchema declared = form.WithOutput ? catalog.OutputSchema(index) : default;
        if (declared.IsDeclared)
        {
            ListedDefinition.Append(output, ""","outputSchema":"""u8);
            declared.WriteTo(output);
        }

        ListedDefinition.Append(output, "}"u8);
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
