using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>What ties a task to other tasks and to lists.</summary>
internal static class TaskRelationJson
{
    public static void Write(Utf8JsonWriter writer, TaskItem task)
    {
        writer.WriteList("dependencies", task.Dependencies, WriteDependency);
        writer.WriteStartArray("linked_tasks");
        foreach (var link in task.Links)
        {
            writer.WriteStartObject();
            writer.WriteString("task_id", task.Id);
            writer.WriteString("link_id", link.OtherThan(task).Id);
            writer.WriteMoment("date_created", link.DateCreated);
            writer.WriteString("userid", link.Creator.Id.ToString());
            writer.WriteString("workspace_id", task.List.Space.Workspace.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteList(Utf8JsonWriter writer, TaskList list)
    {
        writer.WriteStartObject("list");
        writer.WriteString("id", list.Id);
        writer.WriteString("name", list.Name);
        writer.WriteBoolean("access", true);
        writer.WriteEndObject();
    }

    public static void WriteLocation(Utf8JsonWriter writer, TaskList list)
    {
        writer.WriteStartObject();
        writer.WriteString("id", list.Id);
        writer.WriteString("name", list.Name);
        writer.WriteEndObject();
    }

    // The type is 1 whichever way one looks; the ids say who waits.
    private static void WriteDependency(Utf8JsonWriter writer, Dependency dependency)
    {
        writer.WriteStartObject();
        writer.WriteString("task_id", dependency.Waiting.Id);
        writer.WriteString("depends_on", dependency.DependsOn.Id);
        writer.WriteNumber("type", 1);
        writer.WriteMoment("date_created", dependency.DateCreated);
        writer.WriteString("userid", dependency.Creator.Id.ToString());
        writer.WriteString("workspace_id", dependency.Waiting.List.Space.Workspace.Id);
        writer.WriteNull("chain_id");
        writer.WriteEndObject();
    }
}
