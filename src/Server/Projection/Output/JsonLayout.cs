using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Lays results out as compact JSON.</summary>
internal class JsonLayout : Layout
{
    /// <summary>One thing as an object.</summary>
    public sealed override string One(ProjectedItem item, ResultNotes notes) =>
        RawJson.Write(writer => WriteItem(writer, item, notes.Joined));

    public sealed override string Raw(JsonElement item, ResultNotes notes) =>
        RawJson.Write(writer => WriteRaw(writer, item, notes.Joined));

    /// <summary>A list as an object that says how many and where it goes on.</summary>
    public sealed override string Many(IReadOnlyList<ProjectedItem> items, ListHeader header) =>
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

    public sealed override string Raw(IReadOnlyList<JsonElement> items, ListHeader header) =>
        WriteList(
            header,
            writer =>
            {
                foreach (JsonElement item in items)
                {
                    WriteRaw(writer, item, null);
                }
            }
        );

    /// <summary>Writes a raw item as it is; in an object of ours only if there is something to say beside it.</summary>
    protected virtual void WriteRaw(Utf8JsonWriter writer, JsonElement item, string? note)
    {
        if (note is null)
        {
            RawJson.Copy(item, writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("note", note);
        writer.WritePropertyName("raw");
        RawJson.Copy(item, writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes a field that has a value.</summary>
    protected virtual void WriteField(Utf8JsonWriter writer, ShapeField field, FieldValue value)
    {
        writer.WritePropertyName(field.Name);
        switch (value.Form)
        {
            case FieldForm.Literal:
                writer.WriteRawValue(value.Items[0]);
                break;
            case FieldForm.List or FieldForm.Lines:
                WriteTexts(writer, value);
                break;
            default:
                writer.WriteStringValue(value.Items[0]);
                break;
        }
    }

    /// <summary>Writes all texts of a value as an array.</summary>
    protected static void WriteTexts(Utf8JsonWriter writer, FieldValue value)
    {
        writer.WriteStartArray();
        foreach (string item in value.Items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }

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
            WriteIfPresent(writer, "note", header.Notes.Joined);
            writer.WriteStartArray("items");
            writeItems(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private void WriteItem(Utf8JsonWriter writer, ProjectedItem item, string? note)
    {
        writer.WriteStartObject();
        WriteIfPresent(writer, "note", note);
        foreach ((ShapeField field, FieldValue? value) in item.Fields.Zip(item.Values))
        {
            if (value is not null)
            {
                WriteField(writer, field, value);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a text, unless there is none.</summary>
    protected static void WriteIfPresent(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
