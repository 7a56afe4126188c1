using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.People;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Members of a workspace, on the Enterprise plan.</summary>
internal static class UserEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/team/{team_id}/user", Invite),
        new("GET", "/api/v2/team/{team_id}/user/{user_id}", Get),
        new("PUT", "/api/v2/team/{team_id}/user/{user_id}", Edit),
        new("DELETE", "/api/v2/team/{team_id}/user/{user_id}", Remove),
    ];

    private static ApiResponse Invite(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        Invitations.Add(call, workspace, RoleOf(call.Body.Flag("admin") == true));
        return PersonJson.ShowWorkspace(workspace, Users(workspace), withRoles: true);
    }

    private static ApiResponse Get(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        SharedForm? shared = call.Query.Text("include_shared") == "false" ? null : SharedForm.ListsOnly;
        return PersonJson.Show("member", call.World, workspace, Find(call, workspace), shared);
    }

    private static ApiResponse Edit(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        var (person, body) = (Find(call, workspace), call.Body);
        var custom = HasBuiltInRole(body) ? null : Invitations.FindRole(body, workspace) ?? person.CustomRole;
        var role =
            body.Flag("admin") is { } isAdmin ? RoleOf(isAdmin, person)
            : custom is not null && custom != person.CustomRole ? custom.Inherited
            : person.Role;
        Invitations.ChangeRole(call, workspace, person, role, custom);
        person.Name = body.Text("username") is { Length: > 0 } name ? name : person.Name;
        return PersonJson.Show("member", call.World, workspace, person, SharedForm.ListsOnly);
    }

    private static ApiResponse Remove(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        Invitations.Remove(call, workspace, Find(call, workspace));
        return PersonJson.ShowWorkspace(workspace, Users(workspace), withRoles: false);
    }

    private static Member Find(Call call, Workspace workspace) =>
        workspace.FindMember(call.Number("user_id")) ?? throw Refuse.UnknownId();

    private static IEnumerable<Member> Users(Workspace workspace) =>
        workspace.Members.Where(static person => !person.IsGuest);

    // Built-in and custom roles are numbered together.
    private static bool HasBuiltInRole(RequestBody body) =>
        body.IsNull("custom_role_id")
        || body.Number("custom_role_id") is (long)MemberRole.Admin or (long)MemberRole.Member;

    // An owner is an admin, too.
    private static MemberRole RoleOf(bool isAdmin, Member person) =>
        isAdmin && person.Role == MemberRole.Owner ? MemberRole.Owner : RoleOf(isAdmin);

    private static MemberRole RoleOf(bool isAdmin) => isAdmin ? MemberRole.Admin : MemberRole.Member;
}
