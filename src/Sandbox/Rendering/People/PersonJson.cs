using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>People as the user and guest operations show them, and the workspace around them.</summary>
internal static class PersonJson
{
    /// <param name="shared">Null leaves the shared things empty, as include_shared=false does.</param>
    public static ApiResponse Show(string name, World world, Workspace workspace, Member person, SharedForm? shared) =>
        ApiResponse.Object(writer =>
        {
            writer.WriteStartObject(name);
            WriteMembers(writer, person);
            var grants = workspace.Grants.Where(grant => shared is not null && grant.Person == person);
            SharedJson.Write(writer, world, grants, shared ?? SharedForm.ListsOnly);
            writer.WriteEndObject();
        });

    public static ApiResponse ShowWorkspace(Workspace workspace, IEnumerable<Member> people, bool withRoles) =>
        ApiResponse.Object(writer =>
        {
            writer.WriteStartObject("team");
            writer.WriteString("id", workspace.Id);
            writer.WriteString("name", workspace.Name);
            writer.WriteString("color", workspace.Color);
            writer.WriteNull("avatar");
            writer.WriteList(
                "members",
                people,
                static (inner, person) =>
                {
                    inner.WriteStartObject();
                    WriteMembers(inner, person);
                    inner.WriteEndObject();
                }
            );
            if (withRoles)
            {
                WriteRoles(writer, workspace);
            }

            writer.WriteEndObject();
        });

    private static void WriteMembers(Utf8JsonWriter writer, Member person)
    {
        writer.WriteStartObject("user");
        MemberJson.WriteBasics(writer, person);
        writer.WriteNumber("role", (int)person.Role);
        // The document demands an object even for those who have none.
        writer.WriteStartObject("custom_role");
        if (person.CustomRole is { } role)
        {
            writer.WriteNumber("id", role.Id);
        }
        else
        {
            writer.WriteNull("id");
        }

        writer.WriteString("name", person.CustomRole?.Name ?? "");
        writer.WriteEndObject();
        writer.WriteMoment("last_active", person.DateJoined);
        writer.WriteMoment("date_joined", person.DateJoined);
        writer.WriteMoment("date_invited", person.DateInvited);
        writer.WriteEndObject();
        writer.WriteStartObject("invited_by");
        if (person.InvitedBy is { } host)
        {
            MemberJson.WriteBasics(writer, host);
        }

        writer.WriteEndObject();
        if (person.IsGuest)
        {
            WriteRights(writer, person.GuestRights);
        }
    }

    private static void WriteRights(Utf8JsonWriter writer, GuestRights rights)
    {
        writer.WriteBoolean("can_see_time_spent", rights.CanSeeTimeSpent);
        writer.WriteBoolean("can_see_time_estimated", rights.CanSeeTimeEstimated);
        writer.WriteBoolean("can_see_points_estimated", rights.CanSeePointsEstimated);
        writer.WriteBoolean("can_edit_tags", rights.CanEditTags);
        writer.WriteBoolean("can_create_views", rights.CanCreateViews);
    }

    private static void WriteRoles(Utf8JsonWriter writer, Workspace workspace)
    {
        writer.WriteStartArray("roles");
        foreach (var role in Enum.GetValues<MemberRole>())
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", (int)role);
            writer.WriteString("name", MemberJson.RoleKey(role));
            writer.WriteBoolean("custom", false);
            writer.WriteEndObject();
        }

        foreach (var role in workspace.CustomRoles)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", role.Id);
            writer.WriteString("name", role.Name);
            writer.WriteNumber("inherited_role", (int)role.Inherited);
            writer.WriteBoolean("custom", true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
