using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Draws the map of a workspace: spaces, folders and lists with their ids.</summary>
internal sealed class GetWorkspaceHandler(ToolServices services) : IToolHandler<GetWorkspaceArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        GetWorkspaceArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        IReadOnlyList<WorkspaceInfo> workspaces = await services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        WorkspaceInfo workspace =
            workspaces.FirstOrDefault(w => w.Id == context.WorkspaceId)
            ?? new WorkspaceInfo(context.WorkspaceId, context.WorkspaceId, []);
        WorkspaceHierarchy hierarchy = await services.Directory.GetHierarchyAsync(
            context.WorkspaceId,
            afterMiss: false,
            cancellationToken
        );
        WorkspaceHierarchy shown = Narrow(hierarchy, arguments.Space?.Id);
        MapDepth depth = MapDepth.Lists;
        string text = Draw(depth);
        while (depth > MapDepth.Spaces && !services.Projector.Fits(text))
        {
            text = Draw(--depth);
        }

        return new ToolResult(text);

        string Draw(MapDepth to)
        {
            WorkspaceMap map = new(workspace, shown, arguments.IncludeMembers, to);
            return services.Projector.Format == OutputFormat.Json ? map.ToJson() : map.ToText();
        }
    }

    private static WorkspaceHierarchy Narrow(WorkspaceHierarchy hierarchy, string? spaceId) =>
        spaceId is null
            ? hierarchy
            : new WorkspaceHierarchy(
                [.. hierarchy.Spaces.Where(s => s.Id == spaceId)],
                [.. hierarchy.Folders.Where(f => f.Space.Id == spaceId)],
                [.. hierarchy.Lists.Where(l => l.Space.Id == spaceId)]
            );
}
