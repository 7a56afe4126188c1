using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Checklists and their nested items.</summary>
internal static class ChecklistJson
{
    public static void WriteInTask(Utf8JsonWriter writer, Checklist checklist) => Write(writer, checklist, false);

    /// <param name="withPeople">
    /// Shows an item's assignee as an object (Create Checklist Item); elsewhere the document has an id or null.
    /// </param>
    public static void Write(Utf8JsonWriter writer, Checklist checklist, bool withPeople)
    {
        writer.WriteStartObject();
        writer.WriteString("id", checklist.Id);
        writer.WriteString("task_id", checklist.Task.Id);
        writer.WriteString("name", checklist.Name);
        writer.WriteMoment("date_created", checklist.DateCreated);
        writer.WriteNumber("orderindex", checklist.OrderIndex);
        writer.WriteNumber("creator", checklist.Creator.Id);
        writer.WriteNumber("resolved", checklist.Items.Count(static item => item.IsResolved));
        writer.WriteNumber("unresolved", checklist.Items.Count(static item => !item.IsResolved));
        writer.WritePropertyName("items");
        WriteItems(writer, checklist, parent: null, withPeople);
        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, Checklist checklist, ChecklistItem? parent, bool withPeople)
    {
        writer.WriteStartArray();
        foreach (var item in checklist.Items.Where(item => item.Parent == parent))
        {
            writer.WriteStartObject();
            writer.WriteString("id", item.Id);
            writer.WriteString("name", item.Name);
            writer.WriteNumber("orderindex", item.OrderIndex);
            if (withPeople)
            {
                writer.WritePersonOrBlank("assignee", item.Assignee);
            }
            else
            {
                writer.WriteString("assignee", item.Assignee?.Id.ToString());
            }

            writer.WriteBoolean("resolved", item.IsResolved);
            writer.WriteString("parent", item.Parent?.Id);
            writer.WriteMoment("date_created", item.DateCreated);
            writer.WritePropertyName("children");
            WriteItems(writer, checklist, item, withPeople);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
