using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the tasks of a list, of which ClickUp cannot leave out those who are assigned, finished or not yet due.</summary>
internal sealed class ListTasksHandler : IToolHandler<ResolvedListTasks>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedListTasks arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TaskConditions conditions = await TaskConditions.ReadAsync(
            new(arguments.Given.Due, arguments.Overdue, arguments.Unassigned, arguments.Open, arguments.StatusTypes),
            context,
            cancellationToken
        );
        ResolvedListTasks filters = arguments with
        {
            IncludeClosed = arguments.IncludeClosed ?? conditions.IncludeClosed,
            DueAfter = DateBounds.After(arguments.DueAfter) ?? conditions.DueAfter,
            DueBefore = arguments.DueBefore ?? conditions.DueBefore,
            CreatedAfter = DateBounds.After(arguments.CreatedAfter),
            UpdatedAfter = DateBounds.After(arguments.UpdatedAfter),
            DoneAfter = DateBounds.After(arguments.DoneAfter),
        };
        return await TaskPages.ReadAsync(
            filters.ReadListPage(),
            conditions,
            "tasks that pass the other filters",
            context,
            cancellationToken
        );
    }
}
