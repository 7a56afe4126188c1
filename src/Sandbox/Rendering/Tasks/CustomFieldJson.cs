using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Custom field definitions, and fields with their values inside tasks.</summary>
internal static class CustomFieldJson
{
    /// <param name="withTaskTypes">Adds the task types that the field is bound to.</param>
    public static void WriteDefinition(Utf8JsonWriter writer, CustomField field, bool withTaskTypes)
    {
        writer.WriteStartObject();
        WriteBasics(writer, field);
        if (withTaskTypes && field.TaskTypes.Count > 0)
        {
            writer.WriteList(
                "applied_objects",
                field.TaskTypes,
                static (inner, type) =>
                {
                    inner.WriteStartObject();
                    inner.WriteNumber("object_type", 19);
                    inner.WriteNumber("object_id", type);
                    inner.WriteEndObject();
                }
            );
        }

        writer.WriteEndObject();
    }

    public static void WriteValues(Utf8JsonWriter writer, World world, TaskItem task)
    {
        writer.WriteStartArray("custom_fields");
        foreach (var field in world.Fields)
        {
            if (field.AppliesTo(task))
            {
                writer.WriteStartObject();
                WriteBasics(writer, field);
                writer.WriteBoolean("required", false);
                FieldValueJson.Write(writer, world, task, field);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteBasics(Utf8JsonWriter writer, CustomField field)
    {
        writer.WriteString("id", field.Id);
        writer.WriteString("name", field.Name);
        writer.WriteString("type", FieldTypes.WireName(field.Type));
        writer.WritePropertyName("type_config");
        writer.WriteRawValue(field.TypeConfig, skipInputValidation: true);
        writer.WriteMoment("date_created", field.DateCreated);
        writer.WriteBoolean("hide_from_guests", false);
    }
}
