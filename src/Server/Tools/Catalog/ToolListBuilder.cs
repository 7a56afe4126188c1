using System.Buffers;
using System.Text.Json;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>Builds the forms of <c>tools/list</c> that are more than the definitions one after the other.</summary>
internal static class ToolListBuilder
{
    private const string Workspace = "workspace";

    private static ReadOnlySpan<byte> Schema => "inputSchema"u8;

    private static ReadOnlySpan<byte> Start => """{"type":"object","""u8;

    private static ReadOnlySpan<byte> Properties => "\"properties\":{"u8;

    private static ReadOnlySpan<byte> WorkspaceProperty => "\"workspace\":{\"type\":\"string\"}"u8;

    /// <summary>The JSON array of these tools.</summary>
    public static byte[] Build(CatalogView catalog, IEnumerable<int> tools, ToolListForm form)
    {
        ArrayBufferWriter<byte> output = new();
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
        return output.WrittenSpan.ToArray();
    }

    private static void WriteTool(ArrayBufferWriter<byte> output, CatalogView catalog, int index, ToolListForm form)
    {
        ReadOnlySpan<byte> definition = catalog.Definition(index);
        Range schema = SchemaOf(definition);
        output.Write(definition[..schema.Start]);
        // The contract has the workspace anyway.
        if (form.IsFull)
        {
            output.Write(catalog.Describe(index).InputSchema.Span);
        }
        else if (form.WithWorkspace && catalog.Describe(index).StandardArguments.Contains(Workspace))
        {
            WriteWithWorkspace(output, definition[schema]);
        }
        else
        {
            output.Write(definition[schema]);
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

    private static void WriteWithWorkspace(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> schema)
    {
        output.Write(Start);
        output.Write(Properties);
        output.Write(WorkspaceProperty);
        ReadOnlySpan<byte> rest = schema.Length > Start.Length ? schema[Start.Length..] : default;
        if (rest.StartsWith(Properties))
        {
            output.Write(","u8);
            output.Write(rest[Properties.Length..]);
        }
        else
        {
            output.Write("}}"u8);
        }
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
