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
    ];

    private static Answer GetUser(Call call) => Answer.Object(writer => MemberJson.WriteAccount(writer, call.Caller));

    private static Answer GetWorkspaces(Call call) =>
        Answer.Object(writer =>
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

    private static Answer GetPlan(Call call)
    {
        _ = call.Workspace;
        return Answer.Object(static writer =>
        {
            writer.WriteString("plan_name", "Business");
            writer.WriteNumber("plan_id", 4);
        });
    }

    private static Answer GetSeats(Call call)
    {
        var guests = call.Workspace.Members.Count(static member => member.Role == MemberRole.Guest);
        var members = call.Workspace.Members.Count - guests;
        return Answer.Object(writer =>
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

    private static Answer GetTaskTypes(Call call)
    {
        _ = call.Workspace;
        return Answer.Object(static writer =>
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
}
