using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.People;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Groups of people.</summary>
internal static class UserGroupEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/group", GetAll),
        new("POST", "/api/v2/team/{team_id}/group", Create),
        new("PUT", "/api/v2/group/{group_id}", Update),
        new("DELETE", "/api/v2/group/{group_id}", Delete),
    ];

    private static ApiResponse GetAll(Call call)
    {
        var id = call.Query.Text("team_id") ?? throw Refuse.BadRequest("team_id is required");
        var workspace = call.World.Workspaces.GetValueOrDefault(id) ?? throw Refuse.UnknownId();
        var wanted = call.Query.All("group_ids").SelectMany(static ids => ids.Split(',')).ToList();
        var groups = workspace.Groups.Where(group => wanted.Count == 0 || wanted.Contains(group.Id));
        return ApiResponse.Object(writer => writer.WriteList("groups", groups, UserGroupJson.Write));
    }

    private static ApiResponse Create(Call call)
    {
        var workspace = call.Workspace;
        var name = Names.Required(call.Body, "Group name invalid");
        var group = new UserGroup
        {
            Id = call.World.Ids.Uuid(),
            Workspace = workspace,
            Creator = call.Caller,
            Name = name,
            Handle = call.Body.Text("handle") ?? HandleOf(name),
            DateCreated = call.Now,
        };
        group.Members.AddRange(People(call, workspace, call.Body.Numbers("members")));
        workspace.Groups.Add(group);
        Note(call, group, "TEAM_CREATED");
        return Show(group);
    }

    // An array of members, the form of a create, is ignored.
    private static ApiResponse Update(Call call)
    {
        var group = Find(call);
        var change = call.Body.Object("members") ?? new RequestBody(default);
        var added = People(call, group.Workspace, change.Numbers("add"));
        var removed = change.Numbers("rem").ToList();
        group.Name = Names.OrCurrent(call.Body, group.Name);
        group.Handle = call.Body.Text("handle") ?? group.Handle;
        group.Members.AddRange(added.Except(group.Members));
        group.Members.RemoveAll(member => removed.Contains(member.Id));
        Note(call, group, "TEAM_EDITED");
        return Show(group);
    }

    private static ApiResponse Delete(Call call)
    {
        var group = Find(call);
        group.Workspace.Groups.Remove(group);
        group.Workspace.Grants.RemoveAll(grant => grant.Group == group);
        foreach (var task in call.World.Tasks.Values)
        {
            task.GroupAssignees.Remove(group.Id);
        }

        foreach (var comment in call.World.Comments.Values.Where(comment => comment.GroupAssignee == group))
        {
            comment.GroupAssignee = null;
        }

        foreach (var message in call.World.Messages.Values.Where(message => message.GroupAssignee == group))
        {
            message.GroupAssignee = null;
        }

        Note(call, group, "TEAM_DELETED");
        return ApiResponse.Empty;
    }

    private static UserGroup Find(Call call) =>
        call.World.Workspaces.Values.SelectMany(static workspace => workspace.Groups)
            .FirstOrDefault(group => group.Id == call.Path["group_id"])
        ?? throw Refuse.UnknownId();

    private static List<Member> People(Call call, Workspace workspace, IEnumerable<long> ids) =>
        [
            .. ids.Distinct()
                .Select(id =>
                    workspace.FindMember(id) ?? throw Refuse.BadRequest($"User {id} is not in the workspace")
                ),
        ];

    private static string HandleOf(string name) => name.ToLowerInvariant().Replace(' ', '-');

    private static void Note(Call call, UserGroup group, string type) =>
        AuditTrail.Add(group.Workspace, call.Caller, AuditEvent.People, type, group.Name, call.Now);

    private static ApiResponse Show(UserGroup group) => ApiResponse.Json(writer => UserGroupJson.Write(writer, group));
}
