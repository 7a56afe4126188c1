using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Tags of spaces, tasks and time entries.</summary>
internal static class TagJson
{
    public static void Write(Utf8JsonWriter writer, Tag tag)
    {
        writer.WriteStartObject();
        writer.WriteString("name", tag.Name);
        writer.WriteString("tag_fg", tag.Foreground);
        writer.WriteString("tag_bg", tag.Background);
        writer.WriteNumber("creator", tag.CreatorId);
        writer.WriteEndObject();
    }
}
