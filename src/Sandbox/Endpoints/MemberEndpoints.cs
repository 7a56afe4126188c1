using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Who has explicit access to a task or a list.</summary>
internal static class MemberEndpoints
{
    public static Route[] Routes { get; } =
    [new("GET", "/api/v2/task/{task_id}/member", OfTask), new("GET", "/api/v2/list/{list_id}/member", OfList)];

    private static Answer OfTask(Call call)
    {
        var task = call.TaskWithoutCustomId;
        return Show(task.Assignees.Concat(task.Watchers).Prepend(task.Creator).Distinct());
    }

    private static Answer OfList(Call call)
    {
        var space = call.List.Space;
        return Show(
            space.Workspace.Members.Where(member =>
                space.IsPrivate ? SpaceJson.CanSeePrivate(member) : member.Role != MemberRole.Guest
            )
        );
    }

    private static Answer Show(IEnumerable<Member> members) =>
        Answer.Object(writer => writer.WriteList("members", members, MemberJson.WriteAccess));
}
