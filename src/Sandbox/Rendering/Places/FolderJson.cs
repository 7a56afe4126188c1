using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Folders, their lists inside, and references to them.</summary>
internal static class FolderJson
{
    /// <param name="withSubfolders">Adds the tree of subfolders as <c>folders</c>.</param>
    public static void Write(Utf8JsonWriter writer, World world, Folder folder, bool withSubfolders = false)
    {
        writer.WriteStartObject();
        WriteMembers(writer, world, folder, withSubfolders);
        writer.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter writer, World world, Folder folder, bool withSubfolders)
    {
        var lists = world.Lists.Values.Where(list => list.Folder == folder && !list.IsArchived).ToList();
        writer.WriteString("id", folder.Id);
        writer.WriteString("name", folder.Name);
        writer.WriteNumber("orderindex", folder.OrderIndex);
        writer.WriteBoolean("override_statuses", folder.OverridesStatuses);
        writer.WriteBoolean("hidden", folder.IsHidden);
        SpaceJson.WriteReference(writer, folder.Space);
        writer.WriteString("task_count", lists.Sum(list => ListJson.OpenTasks(world, list)).ToString());
        writer.WriteBoolean("archived", folder.IsArchived);
        writer.WriteList("statuses", folder.Space.Statuses, StatusJson.Write);
        writer.WriteStartArray("lists");
        foreach (var list in lists)
        {
            ListJson.Write(writer, world, list, ListForm.Embedded);
        }

        writer.WriteEndArray();
        writer.WriteString("permission_level", "create");
        if (folder.Parent is { } parent)
        {
            writer.WriteString("parent_folder", parent.Id);
        }

        if (withSubfolders)
        {
            WriteSubfolders(writer, world, folder);
        }
    }

    /// <summary>A folder where a list or task names it; version 2 also calls it project.</summary>
    public static void WriteReference(this Utf8JsonWriter writer, string name, Folder folder)
    {
        writer.WriteStartObject(name);
        writer.WriteString("id", folder.Id);
        writer.WriteString("name", folder.Name);
        writer.WriteBoolean("hidden", folder.IsHidden);
        writer.WriteBoolean("access", true);
        writer.WriteEndObject();
    }

    private static void WriteSubfolders(Utf8JsonWriter writer, World world, Folder folder)
    {
        writer.WriteStartArray("folders");
        foreach (var child in world.Folders.Values.Where(child => child.Parent == folder))
        {
            Write(writer, world, child, withSubfolders: true);
        }

        writer.WriteEndArray();
    }
}
