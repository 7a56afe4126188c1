using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>Writes JSON compactly: raw items without their empty members, every string sanitised.</summary>
internal static class RawJson
{
    // The output goes to a model, never into HTML; escaping quotes and non-ASCII would cost bytes.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The item as compact JSON.</summary>
    public static string Compact(JsonElement item) => Write(writer => Copy(item, writer));

    /// <summary>The text that <paramref name="write"/> produces.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Copies an item, leaving out nulls and what holds only nulls.</summary>
    public static void Copy(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    if (HasContent(member.Value))
                    {
                        writer.WritePropertyName(OutputSanitizer.CleanLine(JsonText.Name(member)));
                        Copy(member.Value, writer);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray().Where(HasContent))
                {
                    Copy(item, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(OutputSanitizer.Clean(JsonText.Read(element)));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static bool HasContent(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => false,
            JsonValueKind.Object => element.EnumerateObject().Any(static member => HasContent(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().Any(HasContent),
            _ => true,
        };
}
