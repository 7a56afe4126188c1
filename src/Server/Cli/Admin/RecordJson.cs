using System.Buffers;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Admin;

/// <summary>Writes a record as one line of JSON, without what is sealed in it.</summary>
internal static class RecordJson
{
    public static string Write(StoredRecord record)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("kind", record.Kind.Name);
            json.WriteString("purpose", record.Kind.Purpose);
            json.WriteString("key", record.Key);
            WriteOptional(json, "alias", record.Alias);
            WriteOptional(json, "group", record.Group);
            json.WriteString("expires", record.Expires);
            WriteValue(json, record.Value);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.WrittenSpan);
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, ReadOnlyMemory<byte> value)
    {
        json.WriteBoolean("sealed", RecordSealer.IsSealed(value.Span));
        if (RecordSealer.IsSealed(value.Span))
        {
            json.WriteNull("value");
            return;
        }

        json.WritePropertyName("value");
        try
        {
            using JsonDocument document = JsonDocument.Parse(value);
            document.WriteTo(json);
        }
        catch (JsonException)
        {
            json.WriteBase64StringValue(value.Span);
        }
    }
}
