using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Lays results out as structured content, in which a field has one type at every detail level.</summary>
internal sealed class StructuredLayout : JsonLayout
{
    /// <summary>Under a name of its own, since raw members have the names of fields but other types.</summary>
    protected override void WriteRaw(Utf8JsonWriter writer, JsonElement item, string? note)
    {
        writer.WriteStartObject();
        WriteIfPresent(writer, "note", note);
        writer.WritePropertyName("raw");
        if (item.ValueKind == JsonValueKind.Object)
        {
            RawJson.Copy(item, writer);
        }
        else
        {
            writer.WriteStartObject();
            writer.WritePropertyName("value");
            RawJson.Copy(item, writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    protected override void WriteField(Utf8JsonWriter writer, ShapeField field, FieldValue value)
    {
        switch (field.Type)
        {
            case FieldType.Texts:
                writer.WritePropertyName(field.Name);
                WriteTexts(writer, value);
                break;
            case FieldType.Text:
                writer.WriteString(field.Name, value.Items[0]);
                break;
            // What the API sent instead of a number or boolean has no place here; the text shows it.
            case var _ when value.Form == FieldForm.Literal:
                writer.WritePropertyName(field.Name);
                writer.WriteRawValue(value.Items[0]);
                break;
        }
    }
}
