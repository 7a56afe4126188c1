using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.People;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Guests of a workspace, on the Enterprise plan.</summary>
internal static class GuestEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/team/{team_id}/guest", Invite),
        new("GET", "/api/v2/team/{team_id}/guest/{guest_id}", Get),
        new("PUT", "/api/v2/team/{team_id}/guest/{guest_id}", Edit),
        new("DELETE", "/api/v2/team/{team_id}/guest/{guest_id}", Remove),
    ];

    public static Member Find(Call call, Workspace workspace) =>
        workspace.FindMember(call.Number("guest_id")) is { IsGuest: true } guest ? guest : throw Refuse.UnknownId();

    private static ApiResponse Invite(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        Apply(call.Body, Invitations.Add(call, workspace, MemberRole.Guest));
        return PersonJson.ShowWorkspace(workspace, Guests(workspace), withRoles: true);
    }

    private static ApiResponse Get(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        return PersonJson.Show("guest", call.World, workspace, Find(call, workspace), SharedForm.All);
    }

    // The name is no longer in the document, but was and still works.
    private static ApiResponse Edit(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        var guest = Find(call, workspace);
        if (Invitations.FindRole(call.Body, workspace) is { } role)
        {
            Invitations.ChangeRole(call, workspace, guest, guest.Role, role);
        }

        guest.Name = call.Body.Text("username") is { Length: > 0 } name ? name : guest.Name;
        Apply(call.Body, guest);
        return PersonJson.Show("guest", call.World, workspace, guest, SharedForm.ListsOnly);
    }

    private static ApiResponse Remove(Call call)
    {
        var workspace = call.EnterpriseWorkspace;
        Invitations.Remove(call, workspace, Find(call, workspace));
        return PersonJson.ShowWorkspace(workspace, Guests(workspace), withRoles: false);
    }

    private static void Apply(RequestBody body, Member guest)
    {
        var rights = guest.GuestRights;
        rights.CanEditTags = body.Flag("can_edit_tags") ?? rights.CanEditTags;
        rights.CanSeeTimeSpent = body.Flag("can_see_time_spent") ?? rights.CanSeeTimeSpent;
        rights.CanSeeTimeEstimated = body.Flag("can_see_time_estimated") ?? rights.CanSeeTimeEstimated;
        rights.CanSeePointsEstimated = body.Flag("can_see_points_estimated") ?? rights.CanSeePointsEstimated;
        rights.CanCreateViews = body.Flag("can_create_views") ?? rights.CanCreateViews;
    }

    private static IEnumerable<Member> Guests(Workspace workspace) =>
        workspace.Members.Where(static person => person.IsGuest);
}
