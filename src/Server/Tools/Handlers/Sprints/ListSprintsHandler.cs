using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the sprints in order of time.</summary>
internal sealed class ListSprintsHandler : IToolHandler<ResolvedListSprints>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedListSprints arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        context.HasUsed("space");
        SprintFinder sprints = await SprintFinder.ReadAsync(
            arguments.Workspace,
            arguments.Space,
            arguments.Folder,
            space => arguments.ListFolders(space),
            context,
            cancellationToken
        );
        return HandlerResult.OfWhole([
            .. sprints.All.Select(sprint =>
                ReportRows.Thing(writer =>
                {
                    sprint.Write(writer, sprints.Today, sprints.Zone);
                    writer.WriteNumber("open", sprint.Open);
                })
            ),
        ]);
    }
}
