using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>What is shared with guests, on the Enterprise plan.</summary>
internal static class GuestAccessEndpoints
{
    private const string Task = "/api/v2/task/{task_id}/guest/{guest_id}";
    private const string List = "/api/v2/list/{list_id}/guest/{guest_id}";
    private const string Folder = "/api/v2/folder/{folder_id}/guest/{guest_id}";

    public static Route[] Routes { get; } =
    [
        new("POST", Task, static call => Add(call, call.Task, Of(call.Task), SharedForm.WithTasks)),
        new("DELETE", Task, static call => Remove(call, call.Task, Of(call.Task))),
        new("POST", List, static call => Add(call, call.List, call.List.Space.Workspace, SharedForm.ListsOnly)),
        new("DELETE", List, static call => Remove(call, call.List, call.List.Space.Workspace)),
        new("POST", Folder, static call => Add(call, call.Folder, call.Folder.Space.Workspace, SharedForm.WithPlaces)),
        new("DELETE", Folder, static call => Remove(call, call.Folder, call.Folder.Space.Workspace)),
    ];

    private static Workspace Of(TaskItem task) => task.List.Space.Workspace;

    private static ApiResponse Add(Call call, object target, Workspace workspace, SharedForm form)
    {
        var guest = Guest(call, workspace);
        var level = call.Body.Text("permission_level") switch
        {
            "read" => AccessLevel.Read,
            "comment" => AccessLevel.Comment,
            "edit" => AccessLevel.Edit,
            "create" => AccessLevel.Create,
            _ => throw Refuse.BadRequest("permission_level must be read, comment, edit or create"),
        };
        Revoke(workspace, guest, target);
        workspace.Grants.Add(new Grant(target, guest, Group: null, level));
        return Show(call, workspace, guest, form);
    }

    private static ApiResponse Remove(Call call, object target, Workspace workspace)
    {
        var guest = Guest(call, workspace);
        Revoke(workspace, guest, target);
        return Show(call, workspace, guest, SharedForm.ListsOnly);
    }

    private static Member Guest(Call call, Workspace workspace) =>
        GuestEndpoints.Find(call, Call.OnEnterprise(workspace));

    private static void Revoke(Workspace workspace, Member guest, object target) =>
        workspace.Grants.RemoveAll(grant => grant.Person == guest && grant.Target == target);

    private static ApiResponse Show(Call call, Workspace workspace, Member guest, SharedForm form) =>
        PersonJson.Show(
            "guest",
            call.World,
            workspace,
            guest,
            call.Query.Text("include_shared") == "false" ? null : form
        );
}
