using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>What was shared with a person, in the sparse forms of the guest operations.</summary>
internal static class SharedJson
{
    public static void Write(Utf8JsonWriter writer, World world, IEnumerable<Grant> grants, SharedForm form)
    {
        var known = grants.ToList();
        writer.WriteStartObject("shared");
        writer.WriteStartArray("tasks");
        foreach (var (grant, task) in Of<TaskItem>(known, task => world.Tasks.ContainsKey(task.Id)))
        {
            if (form.HasFlag(SharedForm.WithTasks))
            {
                WriteTask(writer, task, grant.Level);
            }
            else
            {
                writer.WriteStringValue(task.Id);
            }
        }

        writer.WriteEndArray();
        writer.WriteStartArray("lists");
        foreach (var (grant, list) in Of<TaskList>(known, list => world.Lists.ContainsKey(list.Id)))
        {
            WriteList(writer, world, list, grant.Level);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("folders");
        foreach (var (grant, folder) in Of<Folder>(known, folder => world.Folders.ContainsKey(folder.Id)))
        {
            if (form.HasFlag(SharedForm.WithPlaces))
            {
                WriteFolder(writer, world, folder, grant.Level);
            }
            else
            {
                writer.WriteStringValue(folder.Id);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // A grant outlives its target.
    private static IEnumerable<(Grant Grant, T Target)> Of<T>(List<Grant> grants, Func<T, bool> isThere) =>
        grants.Where(grant => grant.Target is T target && isThere(target)).Select(grant => (grant, (T)grant.Target));

    private static void WriteTask(Utf8JsonWriter writer, TaskItem task, AccessLevel level)
    {
        writer.WriteStartObject();
        writer.WriteString("id", task.Id);
        writer.WriteString("name", task.Name);
        writer.WritePropertyName("status");
        StatusJson.Write(writer, task.Status);
        writer.WriteString("orderindex", $"{task.OrderIndex}.00000000000000000000000000000000");
        writer.WriteMoment("date_created", task.DateCreated);
        writer.WriteMoment("date_updated", task.DateUpdated);
        writer.WriteMoment("date_closed", task.DateClosed);
        writer.WriteBoolean("archived", task.IsArchived);
        writer.WritePerson("creator", task.Creator);
        writer.WriteList("assignees", task.Assignees, MemberJson.WritePerson);
        writer.WriteList("checklists", task.Checklists, ChecklistJson.WriteInTask);
        writer.WriteList("tags", task.Tags, TagJson.Write);
        writer.WriteString("parent", task.Parent?.Id);
        writer.WriteString("priority", task.Priority?.ToString());
        writer.WriteMoment("due_date", task.DueDate);
        writer.WriteMoment("start_date", task.StartDate);
        writer.WriteString("points", task.Points?.ToString());
        writer.WriteString("time_estimate", task.TimeEstimate?.ToString());
        writer.WriteList("custom_fields", task.FieldValues.Keys, static (inner, id) => inner.WriteStringValue(id));
        writer.WriteStartArray("dependencies");
        writer.WriteEndArray();
        writer.WriteString("team_id", task.List.Space.Workspace.Id);
        writer.WriteString("url", TaskJson.Url(task));
        writer.WriteLevel(level);
        writer.WriteStartObject("list");
        writer.WriteString("id", task.List.Id);
        writer.WriteString("name", task.List.Name);
        writer.WriteBoolean("access", false);
        writer.WriteEndObject();
        writer.WriteReference("folder", task.List.Folder);
        writer.WriteStartObject("space");
        writer.WriteString("id", task.List.Space.Id);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, World world, TaskList list, AccessLevel level)
    {
        writer.WriteStartObject();
        writer.WriteString("id", list.Id);
        writer.WriteString("name", list.Name);
        writer.WriteNumber("orderindex", list.OrderIndex);
        writer.WriteString("content", list.Content);
        writer.WriteString("status", list.ColorName);
        writer.WriteString("priority", list.Priority?.ToString());
        writer.WriteString("assignee", list.Assignee?.Id.ToString());
        writer.WriteString("task_count", ListJson.OpenTasks(world, list).ToString());
        writer.WriteMoment("due_date", list.DueDate);
        writer.WriteMoment("start_date", list.StartDate);
        writer.WriteBoolean("archived", list.IsArchived);
        writer.WriteBoolean("override_statuses", list.OwnStatuses is not null);
        writer.WriteList("statuses", list.Statuses, StatusJson.Write);
        writer.WriteLevel(level);
        writer.WriteEndObject();
    }

    private static void WriteFolder(Utf8JsonWriter writer, World world, Folder folder, AccessLevel level)
    {
        var lists = world.Lists.Values.Where(list => list.Folder == folder && !list.IsArchived).ToList();
        writer.WriteStartObject();
        writer.WriteString("id", folder.Id);
        writer.WriteString("name", folder.Name);
        writer.WriteNumber("orderindex", folder.OrderIndex);
        writer.WriteNull("content");
        writer.WriteBoolean("override_statuses", false);
        writer.WriteBoolean("hidden", folder.IsHidden);
        writer.WriteString("task_count", lists.Sum(list => ListJson.OpenTasks(world, list)).ToString());
        writer.WriteNull("due_date");
        writer.WriteBoolean("archived", folder.IsArchived);
        writer.WriteList("statuses", folder.Space.Statuses, StatusJson.Write);
        writer.WriteStartArray("lists");
        foreach (var list in lists)
        {
            WriteList(writer, world, list, level);
        }

        writer.WriteEndArray();
        writer.WriteLevel(level);
        writer.WriteEndObject();
    }

    private static void WriteLevel(this Utf8JsonWriter writer, AccessLevel level) =>
        writer.WriteString("permission_level", level.ToString().ToLowerInvariant());
}
