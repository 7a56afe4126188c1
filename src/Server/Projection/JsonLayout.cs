using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Lays answers out as compact JSON.</summary>
internal static class JsonLayout
{
    /// <summary>One thing as an object.</summary>
    public static string One(ProjectedItem item, string? note) =>
        RawJson.Write(writer => WriteItem(writer, item, note));

    /// <summary>A list of projected items.</summary>
    public static string Many(IReadOnlyList<ProjectedItem> items, ListHeader header) =>
        WriteList(
            header,
            writer =>
            {
                foreach (ProjectedItem item in items)
                {
                    WriteItem(writer, item, null);
                }
            }
        );

    /// <summary>A list of raw items.</summary>
    public static string Raw(IReadOnlyList<JsonElement> items, ListHeader header) =>
        WriteList(
            header,
            writer =>
            {
                foreach (JsonElement item in items)
                {
                    RawJson.Copy(item, writer);
                }
            }
        );

    private static string WriteList(ListHeader header, Action<Utf8JsonWriter> writeItems) =>
        RawJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", header.Count);
            if (header.Total is { } total)
            {
                writer.WriteNumber("total", total);
            }

            WriteIfPresent(writer, "next", header.NextCursor);
            WriteIfPresent(writer, "note", header.Note);
            writer.WriteStartArray("items");
            writeItems(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void WriteItem(Utf8JsonWriter writer, ProjectedItem item, string? note)
    {
        writer.WriteStartObject();
        WriteIfPresent(writer, "note", note);
        foreach ((ShapeField field, FieldValue? value) in item.Fields.Zip(item.Values))
        {
            if (value is not null)
            {
                writer.WritePropertyName(field.Name);
                WriteValue(writer, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, FieldValue value)
    {
        switch (value.Form)
        {
            case FieldForm.Literal:
                writer.WriteRawValue(value.Items[0]);
                break;
            case FieldForm.List or FieldForm.Lines:
                writer.WriteStartArray();
                foreach (string item in value.Items)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(value.Items[0]);
                break;
        }
    }

    private static void WriteIfPresent(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
