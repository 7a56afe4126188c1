using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
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
        ListId list = arguments.List ?? await SprintAsync(arguments, context, cancellationToken);
        if (arguments.Sprint is not null)
        {
            // A sprint's tasks have their home where the work belongs.
            filters = filters with
            {
                IncludeTiml = arguments.IncludeTiml ?? true,
            };
        }

        return await TaskPages.ReadAsync(
            filters.ReadListPage(list),
            conditions,
            "tasks that pass the other filters",
            context,
            cancellationToken
        );
    }

    private static async ValueTask<ListId> SprintAsync(
        ResolvedListTasks arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        context.HasUsed("folder");
        context.HasUsed("space");
        EntityId workspace = await context.ResolveWorkspaceAsync(cancellationToken);
        SprintFinder sprints = await SprintFinder.ReadAsync(
            new WorkspaceId(workspace.Value),
            arguments.Space,
            arguments.Folder,
            // "archived" asks for tasks; the sprint itself is not.
            static space =>
                ClickUpOperations.ListFolders(space, archived: false),
            context,
            cancellationToken
        );
        SprintInfo sprint = sprints.Find(arguments.Sprint!);
        context.Remark($"sprint: {sprint.List.Name}");
        return new ListId(sprint.List.Id);
    }
}
