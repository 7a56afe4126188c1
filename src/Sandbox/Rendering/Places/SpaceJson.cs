using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Spaces and references to them.</summary>
internal static class SpaceJson
{
    public static void Write(Utf8JsonWriter writer, Space space)
    {
        writer.WriteStartObject();
        WriteMembers(writer, space);
        writer.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter writer, Space space)
    {
        writer.WriteString("id", space.Id);
        writer.WriteString("name", space.Name);
        writer.WriteString("color", space.Color);
        writer.WriteBoolean("private", space.IsPrivate);
        writer.WriteBoolean("admin_can_manage", space.AdminCanManage);
        writer.WriteBoolean("archived", space.IsArchived);
        if (space.IsPrivate)
        {
            writer.WriteList("members", space.Workspace.Members.Where(space.CanSee), MemberJson.WriteMembership);
        }

        writer.WriteList("statuses", space.Statuses, StatusJson.Write);
        writer.WriteBoolean("multiple_assignees", space.MultipleAssignees);
        WriteFeatures(writer, space.Features);
    }

    public static void WriteReference(Utf8JsonWriter writer, Space space)
    {
        writer.WriteStartObject("space");
        writer.WriteString("id", space.Id);
        writer.WriteString("name", space.Name);
        writer.WriteBoolean("access", true);
        writer.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter writer, SpaceFeatures features)
    {
        writer.WriteStartObject("features");
        writer.WriteStartObject("due_dates");
        writer.WriteBoolean("enabled", features.DueDates);
        writer.WriteBoolean("start_date", features.StartDate);
        writer.WriteBoolean("remap_due_dates", features.RemapDueDates);
        writer.WriteBoolean("remap_closed_due_date", features.RemapClosedDueDate);
        writer.WriteEndObject();
        foreach (var name in SpaceFeatures.Names)
        {
            writer.WriteStartObject(name);
            writer.WriteBoolean("enabled", features.IsOn(name));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
