using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Groups of people.</summary>
internal static class UserGroupJson
{
    public static void Write(Utf8JsonWriter writer, UserGroup group)
    {
        writer.WriteStartObject();
        writer.WriteString("id", group.Id);
        writer.WriteString("team_id", group.Workspace.Id);
        writer.WriteNumber("userid", group.Creator.Id);
        writer.WriteString("name", group.Name);
        writer.WriteString("handle", group.Handle);
        writer.WriteMoment("date_created", group.DateCreated);
        writer.WriteString("initials", group.Name[..1].ToUpperInvariant());
        writer.WriteList("members", group.Members, MemberJson.WritePerson);
        writer.WriteStartObject("avatar");
        writer.WriteNull("attachment_id");
        writer.WriteNull("color");
        writer.WriteNull("source");
        writer.WriteNull("icon");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
