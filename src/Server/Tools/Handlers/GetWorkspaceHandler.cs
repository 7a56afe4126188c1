using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Draws the map of a workspace: spaces, folders and lists with their ids, and what else was asked for.</summary>
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
        WorkspaceHierarchy? hierarchy = arguments.IncludeHierarchy
            ? await services.Directory.GetHierarchyAsync(context.WorkspaceId, afterMiss: false, cancellationToken)
            : null;
        WorkspaceInfo shown = workspace with { Members = [.. Members(workspace, arguments)] };
        WorkspaceHierarchy? narrowed = Narrow(hierarchy, arguments.Space?.Id);
        List<WorkspaceSection> sections = await SectionsAsync(arguments, context, cancellationToken);
        MapDepth depth = MapDepth.Lists;
        string text = Draw(depth);
        while (depth > MapDepth.Spaces && !services.Projector.Fits(text))
        {
            text = Draw(--depth);
        }

        return new ToolResult(text);

        string Draw(MapDepth to)
        {
            bool withMembers = arguments.IncludeMembers || arguments.SearchMember is not null;
            WorkspaceMap map = new(shown, narrowed, withMembers, sections, to);
            return services.Projector.Format == OutputFormat.Json ? map.ToJson() : map.ToText();
        }
    }

    private static IEnumerable<MemberInfo> Members(WorkspaceInfo workspace, GetWorkspaceArguments arguments) =>
        arguments.SearchMember is { } query
            ? workspace.Members.Where(member => MemberSearch.Matches(member.Name, member.Email, query))
            : workspace.Members;

    private async ValueTask<List<WorkspaceSection>> SectionsAsync(
        GetWorkspaceArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<(string Name, bool IsWanted, Func<ClickUpRequest> Request, ResponseDefinition Answer)> all =
        [
            ("plan", arguments.IncludePlan, () => ClickUpOperations.GetWorkspacePlan(new(), context), One(Shapes.Plan)),
            (
                "seats",
                arguments.IncludeSeats,
                () => ClickUpOperations.GetWorkspaceSeats(new(), context),
                One(Shapes.Seats)
            ),
            (
                "shared",
                arguments.IncludeShared,
                () => ClickUpOperations.GetSharedHierarchy(new(), context),
                One(Shapes.Shared, "shared")
            ),
            (
                "task_types",
                arguments.IncludeCustomItems,
                () => ClickUpOperations.ListTaskTypes(new(), context),
                One(Shapes.TaskType, "custom_items") with
                {
                    IsList = true,
                }
            ),
        ];
        List<WorkspaceSection> sections = [];
        foreach (
            (string name, _, Func<ClickUpRequest> request, ResponseDefinition answer) in all.Where(s => s.IsWanted)
        )
        {
            ResponseQuery query = new("get_workspace", answer, new(), "nothing");
            ToolResult result = await ResponseReader.ReadAsync(request(), query, services, cancellationToken);
            sections.Add(new WorkspaceSection(name, result.Text.Length > 0 ? result.Text : "nothing"));
        }

        return sections;
    }

    private static ResponseDefinition One(ShapeDefinition shape, string path = "") =>
        new(shape, IsList: false, path, DetailLevel.Summary, DefaultLimit: 0, Pagination: null);

    private static WorkspaceHierarchy? Narrow(WorkspaceHierarchy? hierarchy, string? spaceId) =>
        hierarchy is null || spaceId is null
            ? hierarchy
            : new WorkspaceHierarchy(
                [.. hierarchy.Spaces.Where(s => s.Id == spaceId)],
                [.. hierarchy.Folders.Where(f => f.Space.Id == spaceId)],
                [.. hierarchy.Lists.Where(l => l.Space.Id == spaceId)]
            );
}
