using System.Text.Encodings.Web;
using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli;

/// <summary>Writes all that is known about tools as a JSON array, for scripts and documentation.</summary>
internal static class ToolListJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(IReadOnlyList<ToolDescriptor> tools, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartArray();
            foreach (ToolDescriptor tool in tools)
            {
                Write(tool, writer);
            }

            writer.WriteEndArray();
        }

        output.Write("\n"u8);
    }

    private static void Write(ToolDescriptor tool, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, tool.Name);
        writer.WriteString("title"u8, tool.Title);
        writer.WriteString("description"u8, tool.Description);
        WriteStrings("aliases"u8, tool.Aliases, writer);
        writer.WriteString("category"u8, tool.Category);
        writer.WriteString("scope"u8, tool.Scope.ToString().ToLowerInvariant());
        writer.WriteStartObject("annotations"u8);
        writer.WriteBoolean("readOnlyHint"u8, tool.Traits.HasFlag(ToolTraits.ReadOnly));
        writer.WriteBoolean("destructiveHint"u8, tool.Traits.HasFlag(ToolTraits.Destructive));
        writer.WriteBoolean("idempotentHint"u8, tool.Traits.HasFlag(ToolTraits.Idempotent));
        writer.WriteBoolean("openWorldHint"u8, tool.Traits.HasFlag(ToolTraits.OpenWorld));
        writer.WriteEndObject();
        WriteStrings("operations"u8, tool.Operations, writer);
        writer.WritePropertyName("inputSchema"u8);
        using var schema = JsonDocument.Parse(tool.InputSchema);
        schema.RootElement.WriteTo(writer);
        if (tool.OutputSchema is { } output)
        {
            writer.WritePropertyName("outputSchema"u8);
            using var outputSchema = JsonDocument.Parse(output);
            outputSchema.RootElement.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteStrings(ReadOnlySpan<byte> name, string[] values, Utf8JsonWriter writer)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
