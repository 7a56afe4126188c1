using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Tasks.</summary>
internal static class TaskJson
{
    public static void Write(
        Utf8JsonWriter writer,
        World world,
        TaskItem task,
        TaskForm form,
        bool withMarkdown = false,
        bool withSubtasks = false
    )
    {
        writer.WriteStartObject();
        writer.WriteString("id", task.Id);
        writer.WriteString("custom_id", task.CustomId);
        writer.WriteNumber("custom_item_id", task.CustomItemId);
        writer.WriteString("name", task.Name);
        writer.WriteString("text_content", task.PlainText);
        writer.WriteString("description", task.PlainText);
        if (withMarkdown)
        {
            writer.WriteString("markdown_description", task.Markdown);
        }

        writer.WritePropertyName("status");
        StatusJson.Write(writer, task.Status);
        writer.WriteString("orderindex", $"{task.OrderIndex}.00000000000000000000000000000000");
        WriteDates(writer, task, form);
        writer.WriteBoolean("archived", task.IsArchived);
        WritePeople(writer, task);
        writer.WriteList("checklists", task.Checklists, ChecklistJson.WriteInTask);
        writer.WriteList("tags", task.Tags, TagJson.Write);
        WriteParent(writer, task, form);
        WritePriority(writer, task);
        WriteEffort(writer, task, form);
        if (form != TaskForm.Viewed)
        {
            CustomFieldJson.WriteValues(writer, world, task);
        }

        TaskRelationJson.Write(writer, task);
        WritePlace(writer, task);
        if (form == TaskForm.Single)
        {
            writer.WriteList(
                "attachments",
                world.Attachments.Values.Where(file => file.IsOfTask && file.ParentId == task.Id),
                AttachmentJson.WriteInTask
            );
        }

        if (withSubtasks)
        {
            writer.WriteList(
                "subtasks",
                task.Subtasks,
                (inner, subtask) => Write(inner, world, subtask, TaskForm.Subtask, withMarkdown, withSubtasks: true)
            );
        }

        writer.WriteEndObject();
    }

    private static void WriteDates(Utf8JsonWriter writer, TaskItem task, TaskForm form)
    {
        writer.WriteMoment("date_created", task.DateCreated);
        writer.WriteMoment("date_updated", task.DateUpdated);
        writer.WriteString("date_closed", TextOrNothing(task.DateClosed?.ToString(), form));
        writer.WriteMoment("date_done", task.DateDone);
        writer.WriteMoment("due_date", task.DueDate);
        writer.WriteMoment("start_date", task.StartDate);
    }

    // The document of the search demands a string here, where Get Tasks allows null.
    private static string? TextOrNothing(string? text, TaskForm form) => form == TaskForm.Found ? text ?? "" : text;

    private static void WritePeople(Utf8JsonWriter writer, TaskItem task)
    {
        writer.WritePerson("creator", task.Creator);
        writer.WriteList("assignees", task.Assignees, MemberJson.WritePerson);
        writer.WriteList(
            "group_assignees",
            task.GroupAssignees,
            static (inner, group) =>
            {
                inner.WriteStartObject();
                inner.WriteString("id", group);
                inner.WriteEndObject();
            }
        );
        writer.WriteList("watchers", task.Watchers, MemberJson.WritePerson);
    }

    private static void WriteParent(Utf8JsonWriter writer, TaskItem task, TaskForm form)
    {
        writer.WriteString("parent", TextOrNothing(task.Parent?.Id, form));
        writer.WriteString("top_level_parent", task.Parent?.Root.Id);
    }

    private static void WritePriority(Utf8JsonWriter writer, TaskItem task)
    {
        if (task.Priority is not { } priority)
        {
            writer.WriteNull("priority");
            return;
        }

        writer.WriteStartObject("priority");
        writer.WriteString("color", Priorities.Color(priority));
        writer.WriteString("id", priority.ToString());
        writer.WriteString("orderindex", priority.ToString());
        writer.WriteString("priority", Priorities.Name(priority));
        writer.WriteEndObject();
    }

    private static void WriteEffort(Utf8JsonWriter writer, TaskItem task, TaskForm form)
    {
        writer.WriteNullable("points", form is TaskForm.Found or TaskForm.Viewed ? task.Points ?? 0 : task.Points);
        writer.WriteNullable("time_estimate", task.TimeEstimate);
        // Tasks without time entries have no time_spent, except where the document demands it.
        var spent = task.TimeEntries.Where(static entry => !entry.IsRunning).Sum(static entry => entry.Duration);
        if (spent > 0)
        {
            writer.WriteNumber("time_spent", spent);
        }
        else if (form == TaskForm.Linked)
        {
            writer.WriteNull("time_spent");
        }
    }

    private static void WritePlace(Utf8JsonWriter writer, TaskItem task)
    {
        writer.WriteList("locations", task.FurtherLists, TaskRelationJson.WriteLocation);
        writer.WriteString("team_id", task.List.Space.Workspace.Id);
        writer.WriteString("url", Url(task));
        writer.WriteString("permission_level", "create");
        TaskRelationJson.WriteList(writer, task.List);
        writer.WriteReference("project", task.List.Folder);
        writer.WriteReference("folder", task.List.Folder);
        writer.WriteStartObject("space");
        writer.WriteString("id", task.List.Space.Id);
        writer.WriteEndObject();
    }

    public static string Url(TaskItem task) => $"https://app.clickup.com/t/{task.Id}";
}
