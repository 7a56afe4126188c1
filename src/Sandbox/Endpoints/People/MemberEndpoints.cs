using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Who has explicit access to a task or a list.</summary>
internal static class MemberEndpoints
{
    public static Route[] Routes { get; } =
    [new("GET", "/api/v2/task/{task_id}/member", OfTask), new("GET", "/api/v2/list/{list_id}/member", OfList)];

    private static ApiResponse OfTask(Call call)
    {
        var task = call.TaskWithoutCustomId;
        var granted = task
            .List.Space.Workspace.Grants.Where(grant => grant.Target == task)
            .Select(grant => grant.Person);
        return Show(
            task.Assignees.Concat(task.Watchers).Prepend(task.Creator).Concat(granted.OfType<Member>()).Distinct()
        );
    }

    private static ApiResponse OfList(Call call)
    {
        var list = call.List;
        return Show(list.Space.Workspace.Members.Where(list.CanSee));
    }

    private static ApiResponse Show(IEnumerable<Member> members) =>
        ApiResponse.Object(writer => writer.WriteList("members", members, MemberJson.WriteAccess));
}
