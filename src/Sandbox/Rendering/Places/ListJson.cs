using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Lists.</summary>
internal static class ListJson
{
    public static int OpenTasks(World world, TaskList list) =>
        world.TasksOf(list).Count(static task => !task.Status.IsClosed && !task.IsArchived);

    public static void Write(Utf8JsonWriter writer, World world, TaskList list, ListForm form)
    {
        writer.WriteStartObject();
        writer.WriteString("id", list.Id);
        writer.WriteString("name", list.Name);
        writer.WriteNumber("orderindex", list.OrderIndex);
        writer.WriteString("content", list.Content);
        WriteColour(writer, list, form);
        WritePriority(writer, list);
        WriteAssignee(writer, list, form);
        // Listed lists count in strings, a single one in numbers.
        var count = OpenTasks(world, list);
        if (form is ListForm.Listed or ListForm.Embedded)
        {
            writer.WriteString("task_count", count.ToString());
        }
        else
        {
            writer.WriteNumber("task_count", count);
        }

        writer.WriteMoment("due_date", list.DueDate);
        writer.WriteBoolean("due_date_time", list.DueDateHasTime);
        writer.WriteMoment("start_date", list.StartDate);
        writer.WriteNull("start_date_time");
        writer.WriteReference("folder", list.Folder);
        SpaceJson.WriteReference(writer, list.Space);
        writer.WriteString("inbound_address", $"add.task.to.{list.Id}@tasks.example.com");
        writer.WriteBoolean("archived", list.IsArchived);
        writer.WriteBoolean("override_statuses", list.OwnStatuses is not null);
        // Get Lists does not show the workflow; Get List and Folders do.
        if (form != ListForm.Listed)
        {
            writer.WriteList("statuses", list.Statuses, StatusJson.Write);
        }

        writer.WriteString("permission_level", "create");
        writer.WriteEndObject();
    }

    private static void WriteColour(Utf8JsonWriter writer, TaskList list, ListForm form)
    {
        if (list.ColorName is { } color)
        {
            writer.WriteStartObject("status");
            writer.WriteString("status", color);
            writer.WriteString("color", color);
            writer.WriteBoolean("hide_label", true);
            writer.WriteEndObject();
        }
        else if (form is ListForm.Listed or ListForm.Embedded)
        {
            writer.WriteNull("status");
        }
    }

    private static void WritePriority(Utf8JsonWriter writer, TaskList list)
    {
        if (list.Priority is not { } priority)
        {
            writer.WriteNull("priority");
            return;
        }

        writer.WriteStartObject("priority");
        writer.WriteString("priority", Priorities.Name(priority));
        writer.WriteString("color", Priorities.Color(priority));
        writer.WriteEndObject();
    }

    private static void WriteAssignee(Utf8JsonWriter writer, TaskList list, ListForm form)
    {
        if (form != ListForm.Created)
        {
            writer.WriteString("assignee", list.Assignee?.Id.ToString());
        }
        else if (list.Assignee is { } assignee)
        {
            writer.WritePerson("assignee", assignee);
        }
    }
}
