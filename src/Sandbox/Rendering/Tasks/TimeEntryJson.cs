using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Time entries.</summary>
internal static class TimeEntryJson
{
    public static void Write(Utf8JsonWriter writer, TimeEntry entry, TimeEntryForm form)
    {
        writer.WriteStartObject();
        WriteMembers(writer, entry, form);
        writer.WriteEndObject();
    }

    /// <summary>An entry as the legacy endpoints show it, whose numbers are texts.</summary>
    public static void WriteInterval(Utf8JsonWriter writer, TimeEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("id", entry.Id);
        writer.WriteMoment("start", entry.Start);
        writer.WriteMoment("end", entry.End);
        writer.WriteString("time", entry.Duration.ToString());
        writer.WriteString("source", "clickup");
        writer.WriteMoment("date_added", entry.At);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, TimeEntry entry, TimeEntryForm form)
    {
        writer.WriteString("id", entry.Id);
        WriteTask(writer, entry.Task);
        writer.WriteString("wid", entry.Workspace.Id);
        writer.WritePerson("user", entry.User);
        writer.WriteBoolean("billable", entry.IsBillable);
        WriteMoments(writer, entry, form);
        writer.WriteString("description", entry.Description);
        writer.WriteList("tags", entry.Tags, TagJson.Write);
        writer.WriteString("source", "clickup");
        if (entry.Approval is { } approval && (form.WithApproval || form.WithApprovalHistory))
        {
            TimeApprovalJson.Write(writer, entry, approval, form);
        }

        if (entry.Task is { } task)
        {
            WriteLocation(writer, task.List, form);
            writer.WriteList("task_tags", form.WithTaskTags ? task.Tags : [], TagJson.Write);
            writer.WriteString("task_url", TaskJson.Url(task));
        }
        else
        {
            WriteLocation(writer, list: null, form);
            writer.WriteList("task_tags", Array.Empty<Tag>(), TagJson.Write);
            writer.WriteString("task_url", "");
        }
    }

    private static void WriteMoments(Utf8JsonWriter writer, TimeEntry entry, TimeEntryForm form)
    {
        if (form.MomentsAsText)
        {
            writer.WriteMoment("start", entry.Start);
            if (entry.End is { } end)
            {
                writer.WriteMoment("end", end);
            }

            writer.WriteString("duration", entry.Duration.ToString());
            writer.WriteMoment("at", entry.At);
            return;
        }

        // Timers return a text for the start and numbers for the rest.
        writer.WriteMoment("start", entry.Start);
        if (entry.End is { } stopped)
        {
            writer.WriteNumber("end", stopped);
        }

        writer.WriteNumber("duration", entry.Duration);
        writer.WriteNumber("at", entry.At);
    }

    // The document demands a task, so an entry without one has a task without an id.
    private static void WriteTask(Utf8JsonWriter writer, TaskItem? task)
    {
        writer.WriteStartObject("task");
        writer.WriteString("id", task?.Id);
        writer.WriteString("custom_id", task?.CustomId ?? "");
        writer.WriteString("name", task?.Name ?? "");
        writer.WritePropertyName("status");
        if (task is null)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
        else
        {
            StatusJson.Write(writer, task.Status);
        }

        writer.WriteNull("custom_type");
        writer.WriteEndObject();
    }

    // Ids are numbers here alone. The document demands the names even where they were not asked for: then empty.
    private static void WriteLocation(Utf8JsonWriter writer, TaskList? list, TimeEntryForm form)
    {
        writer.WriteStartObject("task_location");
        writer.WriteNumber("list_id", Number(list?.Id));
        writer.WriteNumber("folder_id", Number(list?.Folder.Id));
        writer.WriteNumber("space_id", Number(list?.Space.Id));
        writer.WriteString("list_name", form.WithLocationNames ? list?.Name ?? "" : "");
        writer.WriteString("folder_name", form.WithLocationNames ? list?.Folder.Name ?? "" : "");
        writer.WriteString("space_name", form.WithLocationNames ? list?.Space.Name ?? "" : "");
        writer.WriteEndObject();
    }

    private static long Number(string? id) => id is null ? 0 : long.Parse(id);
}
