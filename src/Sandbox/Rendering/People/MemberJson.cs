using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>People, in the forms the operations use.</summary>
internal static class MemberJson
{
    /// <summary>The six members that nearly every operation shows.</summary>
    public static void WritePerson(Utf8JsonWriter writer, Member member)
    {
        writer.WriteStartObject();
        WriteBasics(writer, member);
        writer.WriteEndObject();
    }

    public static void WritePerson(this Utf8JsonWriter writer, string name, Member member)
    {
        writer.WritePropertyName(name);
        WritePerson(writer, member);
    }

    /// <summary>
    /// A person where the document demands an object even for nobody: then an object without an id, so that the
    /// response stays valid and nobody is named.
    /// </summary>
    public static void WritePersonOrBlank(this Utf8JsonWriter writer, string name, Member? member)
    {
        if (member is not null)
        {
            writer.WritePerson(name, member);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNull("id");
        writer.WriteString("username", "");
        writer.WriteString("email", "");
        writer.WriteNull("color");
        writer.WriteString("initials", "");
        writer.WriteString("profilePicture", "");
        writer.WriteEndObject();
    }

    /// <summary>A member as Get Authorized Workspaces and private Spaces list it.</summary>
    public static void WriteMembership(Utf8JsonWriter writer, Member member)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("user");
        WriteBasics(writer, member);
        writer.WriteNumber("role", (int)member.Role);
        writer.WriteString("role_key", RoleKey(member.Role));
        writer.WriteCustomRole(member.CustomRole);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The role of the workspace's own, or null.</summary>
    private static void WriteCustomRole(this Utf8JsonWriter writer, CustomRole? role)
    {
        if (role is null)
        {
            writer.WriteNull("custom_role");
            return;
        }

        writer.WriteStartObject("custom_role");
        writer.WriteNumber("id", role.Id);
        writer.WriteString("name", role.Name);
        writer.WriteEndObject();
    }

    /// <summary>A member as the access lists of tasks and Lists show it.</summary>
    public static void WriteAccess(Utf8JsonWriter writer, Member member)
    {
        writer.WriteStartObject();
        WriteBasics(writer, member);
        writer.WriteStartObject("profileInfo");
        writer.WriteNull("display_profile");
        writer.WriteNull("verified_ambassador");
        writer.WriteNull("verified_consultant");
        writer.WriteNull("top_tier_user");
        writer.WriteNull("viewed_verified_ambassador");
        writer.WriteNull("viewed_verified_consultant");
        writer.WriteNull("viewed_top_tier_user");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The caller with settings; the document spells the zone "timezeone", so both spellings come.</summary>
    public static void WriteAccount(Utf8JsonWriter writer, Member member, string? timeZone)
    {
        writer.WriteStartObject("user");
        WriteBasics(writer, member);
        writer.WriteNumber("week_start_day", 1);
        writer.WriteBoolean("global_font_support", true);
        writer.WriteString("timezone", timeZone);
        writer.WriteString("timezeone", timeZone);
        writer.WriteEndObject();
    }

    public static void WriteBasics(Utf8JsonWriter writer, Member member)
    {
        writer.WriteNumber("id", member.Id);
        writer.WriteString("username", member.Name);
        writer.WriteString("email", member.Email);
        writer.WriteString("color", member.Color);
        writer.WriteString("initials", member.Initials);
        writer.WriteString("profilePicture", member.Picture);
    }

    public static string RoleKey(MemberRole role) =>
        role switch
        {
            MemberRole.Owner => "owner",
            MemberRole.Admin => "admin",
            MemberRole.Guest => "guest",
            _ => "member",
        };
}
