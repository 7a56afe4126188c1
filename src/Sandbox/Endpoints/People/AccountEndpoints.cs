using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>The caller and the workspaces a token may use.</summary>
internal static class AccountEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/user", GetUser),
        new("GET", "/api/v2/team", GetWorkspaces),
        new("GET", "/api/v2/team/{team_id}/plan", GetPlan),
        new("GET", "/api/v2/team/{team_id}/seats", GetSeats),
        new("GET", "/api/v2/team/{team_id}/custom_item", GetTaskTypes),
        new("GET", "/api/v2/team/{team_id}/customroles", GetCustomRoles),
        new("GET", "/api/v2/team/{team_id}/shared", GetShared),
    ];

    private static ApiResponse GetUser(Call call) =>
        ApiResponse.Object(writer => MemberJson.WriteAccount(writer, call.Caller, call.World.TimeZone));

    private static ApiResponse GetWorkspaces(Call call) =>
        ApiResponse.Object(writer =>
            writer.WriteList(
                "teams",
                call.World.Workspaces.Values,
                static (inner, workspace) =>
                {
                    inner.WriteStartObject();
                    inner.WriteString("id", workspace.Id);
                    inner.WriteString("name", workspace.Name);
                    inner.WriteString("color", workspace.Color);
                    inner.WriteString("avatar", "");
                    inner.WriteList("members", workspace.Members, MemberJson.WriteMembership);
                    inner.WriteEndObject();
                }
            )
        );

    private static ApiResponse GetPlan(Call call)
    {
        var plan = call.Workspace.Plan;
        return ApiResponse.Object(writer =>
        {
            writer.WriteString("plan_name", plan.Name);
            writer.WriteNumber("plan_id", plan.Id);
        });
    }

    private static ApiResponse GetSeats(Call call)
    {
        var guests = call.Workspace.Members.Count(static member => member.Role == MemberRole.Guest);
        var members = call.Workspace.Members.Count - guests;
        return ApiResponse.Object(writer =>
        {
            writer.WriteStartObject("members");
            writer.WriteNumber("filled_members_seats", members);
            writer.WriteNumber("total_member_seats", members + 2);
            writer.WriteNumber("empty_member_seats", 2);
            writer.WriteEndObject();
            writer.WriteStartObject("guests");
            writer.WriteNumber("filled_guest_seats", guests);
            writer.WriteString("total_guest_seats", "Infinity");
            writer.WriteString("empty_guest_seats", "Infinity");
            writer.WriteEndObject();
        });
    }

    private static ApiResponse GetTaskTypes(Call call)
    {
        _ = call.Workspace;
        return ApiResponse.Object(static writer =>
        {
            writer.WriteStartArray("custom_items");
            writer.WriteStartObject();
            writer.WriteNumber("id", SandboxSeed.BugTypeId);
            writer.WriteString("name", "Bug");
            writer.WriteString("name_plural", "Bugs");
            writer.WriteString("description", "Something that does not work as it should");
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    private static ApiResponse GetCustomRoles(Call call)
    {
        var workspace = call.Workspace;
        var withMembers = call.Query.IsTrue("include_members");
        return ApiResponse.Object(writer =>
            writer.WriteList(
                "custom_roles",
                workspace.CustomRoles,
                (inner, role) =>
                {
                    inner.WriteStartObject();
                    inner.WriteNumber("id", role.Id);
                    inner.WriteString("team_id", workspace.Id);
                    inner.WriteString("name", role.Name);
                    inner.WriteNumber("inherited_role", (int)role.Inherited);
                    inner.WriteMoment("date_created", role.DateCreated);
                    inner.WriteList(
                        "members",
                        workspace.Members.Where(member => withMembers && member.CustomRole == role),
                        static (ids, member) => ids.WriteNumberValue(member.Id)
                    );
                    inner.WriteEndObject();
                }
            )
        );
    }

    private static ApiResponse GetShared(Call call)
    {
        var grants = call.Workspace.Grants.Where(grant => grant.Reaches(call.Caller));
        return ApiResponse.Object(writer => SharedJson.Write(writer, call.World, grants, SharedForm.WithPlaces));
    }
}
