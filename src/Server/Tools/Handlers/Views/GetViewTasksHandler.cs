using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the tasks that a view shows, of which ClickUp can leave out none besides.</summary>
internal sealed class GetViewTasksHandler : IToolHandler<ResolvedGetViewTasks>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetViewTasks arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TaskConditions conditions = await TaskConditions.ReadAsync(
            new(arguments.Given.Due, arguments.Overdue, arguments.Unassigned, arguments.Open, arguments.StatusTypes),
            context,
            cancellationToken
        );
        return await TaskPages.ReadAsync(
            arguments.ReadViewPage(),
            conditions,
            "tasks that the view shows",
            context,
            cancellationToken
        );
    }
}
