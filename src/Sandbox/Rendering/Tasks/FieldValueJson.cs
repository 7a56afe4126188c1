using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>The value of a custom field as reads show it, which is not always how it is written.</summary>
internal static class FieldValueJson
{
    public static void Write(Utf8JsonWriter writer, World world, TaskItem task, CustomField field)
    {
        if (field.Type is FieldType.AutomaticProgress)
        {
            WriteProgress(writer, task);
        }
        else if (field.Type is FieldType.Formula)
        {
            // The seed's formula counts days between start and due date.
            writer.WriteString("value", (((task.DueDate - task.StartDate) ?? 0) / 86_400_000).ToString());
        }
        else if (task.FieldValues.TryGetValue(field.Id, out var stored))
        {
            WriteStored(writer, world, field, stored);
        }
    }

    private static void WriteStored(Utf8JsonWriter writer, World world, CustomField field, JsonElement stored)
    {
        switch (field.Type)
        {
            case FieldType.DropDown:
                // Written as an option id, read back as the option's position.
                writer.WriteNumber("value", field.Options.Find(option => option.Id == stored.GetString())!.OrderIndex);
                break;
            case FieldType.Number or FieldType.Currency or FieldType.Date or FieldType.Checkbox:
                writer.WriteString("value", stored.GetRawText());
                break;
            case FieldType.Users:
                writer.WriteList(
                    "value",
                    stored.EnumerateArray(),
                    (inner, id) => WritePerson(inner, field.Workspace, id)
                );
                break;
            case FieldType.Tasks or FieldType.ListRelationship:
                writer.WriteList("value", Tasks(world, stored), WriteTask);
                break;
            case FieldType.Attachment:
                writer.WriteList("value", stored.EnumerateArray(), (inner, id) => WriteFile(inner, world, id));
                break;
            case FieldType.ManualProgress:
                var current = stored.GetDouble();
                var span = field.Maximum - field.Minimum;
                writer.WriteStartObject("value");
                writer.WriteNumber("current", current);
                writer.WriteNumber("percent_completed", span > 0 ? (current - field.Minimum) / span : 0);
                writer.WriteEndObject();
                break;
            default:
                writer.WritePropertyName("value");
                stored.WriteTo(writer);
                break;
        }
    }

    // Files of the seed have no content, only a name.
    private static void WriteFile(Utf8JsonWriter writer, World world, JsonElement id)
    {
        writer.WriteStartObject();
        if (world.Attachments.TryGetValue(id.GetString()!, out var file))
        {
            AttachmentJson.WriteMembers(writer, file);
        }
        else
        {
            writer.WriteString("id", id.GetString());
            writer.WriteString("title", id.GetString());
        }

        writer.WriteEndObject();
    }

    private static void WriteProgress(Utf8JsonWriter writer, TaskItem task)
    {
        var done = task.Subtasks.Count(static subtask => subtask.Status.IsFinished);
        writer.WriteStartObject("value");
        writer.WriteNumber("percent_complete", task.Subtasks.Count == 0 ? 0 : 100 * done / task.Subtasks.Count);
        writer.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter writer, Workspace workspace, JsonElement id)
    {
        if (id.ValueKind == JsonValueKind.Number && workspace.FindMember(id.GetInt64()) is { } member)
        {
            MemberJson.WritePerson(writer, member);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", id.ToString());
        writer.WriteString("name", workspace.Groups.Find(group => group.Id == id.ToString())?.Name);
        writer.WriteEndObject();
    }

    private static IEnumerable<TaskItem> Tasks(World world, JsonElement ids) =>
        ids.EnumerateArray().Select(id => world.Tasks.GetValueOrDefault(id.GetString()!)).OfType<TaskItem>();

    private static void WriteTask(Utf8JsonWriter writer, TaskItem task)
    {
        writer.WriteStartObject();
        writer.WriteString("id", task.Id);
        writer.WriteString("name", task.Name);
        writer.WriteString("status", task.Status.Name);
        writer.WriteString("color", task.Status.Color);
        writer.WriteNull("custom_type");
        writer.WriteString("team_id", task.List.Space.Workspace.Id);
        writer.WriteBoolean("deleted", false);
        writer.WriteString("url", TaskJson.Url(task));
        writer.WriteBoolean("access", true);
        writer.WriteEndObject();
    }
}
