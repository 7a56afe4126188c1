using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Draws the map of a workspace: spaces, folders and lists with their ids, and what else was asked for.</summary>
internal sealed class GetWorkspaceHandler : IToolHandler<ResolvedGetWorkspace>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetWorkspace arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ToolServices services = context.Services;
        IReadOnlyList<WorkspaceInfo> workspaces = await services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        string id = arguments.Workspace.Value;
        WorkspaceInfo workspace = workspaces.FirstOrDefault(w => w.Id == id) ?? new WorkspaceInfo(id, id, []);
        WorkspaceHierarchy? hierarchy = arguments.IncludeHierarchy
            ? await services.Directory.GetHierarchyAsync(arguments.Workspace, afterMiss: false, cancellationToken)
            : null;
        if (arguments.SearchMember is not null)
        {
            services.Remarks.Add(Coverage.Describe(workspace.Members.Count, "members"));
        }

        WorkspaceInfo shown = workspace with { Members = [.. Members(workspace, arguments)] };
        WorkspaceHierarchy? narrowed = Narrow(hierarchy, arguments.Space?.Value);
        List<WorkspaceSection> sections = await SectionsAsync(arguments, context, cancellationToken);
        MapDepth depth = MapDepth.Lists;
        string text = Draw(depth);
        while (depth > MapDepth.Spaces && !services.Projector.Fits(text))
        {
            text = Draw(--depth);
        }

        return HandlerResult.Of(new ToolResult(text));

        string Draw(MapDepth to)
        {
            bool withMembers = arguments.IncludeMembers || arguments.SearchMember is not null;
            WorkspaceMap map = new(shown, narrowed, withMembers, sections, to);
            // What is too long is drawn again with less in it; a character is at least a byte.
            int most = to == MapDepth.Spaces ? int.MaxValue : services.Projector.MaximumBytes;
            return services.Projector.Format == OutputFormat.Json ? map.ToJson(most) : map.ToText(most);
        }
    }

    private static IEnumerable<MemberInfo> Members(WorkspaceInfo workspace, ResolvedGetWorkspace arguments) =>
        arguments.SearchMember is { } query
            ? workspace.Members.Where(member => MemberSearch.Matches(member.Name, member.Email, query))
            : workspace.Members;

    private static async ValueTask<List<WorkspaceSection>> SectionsAsync(
        ResolvedGetWorkspace arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<(string Name, bool IsWanted, Func<ClickUpRequest> Request, ResponseDefinition Response)> all =
        [
            ("plan", arguments.IncludePlan, arguments.GetWorkspacePlan, One(Shapes.Plan)),
            ("seats", arguments.IncludeSeats, arguments.GetWorkspaceSeats, One(Shapes.Seats)),
            ("shared", arguments.IncludeShared, arguments.GetSharedHierarchy, One(Shapes.Shared, "shared")),
            (
                "task_types",
                arguments.IncludeCustomItems,
                arguments.ListTaskTypes,
                One(Shapes.TaskType, "custom_items") with
                {
                    IsList = true,
                }
            ),
        ];
        List<WorkspaceSection> sections = [];
        foreach (
            (string name, _, Func<ClickUpRequest> request, ResponseDefinition response) in all.Where(s => s.IsWanted)
        )
        {
            ResponseQuery query = new(context.Query!.Cursors, response, new(), "nothing");
            ToolResult result = await ResponseReader.ReadAsync(request(), query, context.Services, cancellationToken);
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
