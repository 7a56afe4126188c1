using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The people of a workspace by their ids.</summary>
internal static class WorkspacePeople
{
    public static async ValueTask<IReadOnlyList<MemberId>> ReadAsync(
        WorkspaceId own,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<WorkspaceInfo> workspaces = await context.Services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        return
        [
            .. workspaces
                .Where(workspace => workspace.Id == own.Value)
                .SelectMany(static workspace => workspace.Members)
                .Select(static member => new MemberId(member.Id)),
        ];
    }
}
