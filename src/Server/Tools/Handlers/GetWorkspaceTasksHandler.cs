using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds tasks by filters, and by words where the caller gave some.</summary>
/// <remarks>ClickUp's public API has no text search, so words are looked for here, in the newest thousand tasks at a time.</remarks>
internal sealed class GetWorkspaceTasksHandler(ToolServices services) : IToolHandler<GetWorkspaceTasksArguments>
{
    private const string Tool = "get_workspace_tasks";
    private const int TasksPerScan = 1000;

    private static readonly string[] Searched = ["name", "text_content", "custom_id"];

    public async ValueTask<ToolResult> HandleAsync(
        GetWorkspaceTasksArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpRequest request = ClickUpOperations.FilterTasks(Filters(arguments), context);
        ResponseQuery query = new(Tool, GetWorkspaceTasksTool.Answer, arguments.Output ?? new(), null);
        return arguments.Query is { } words
            ? await new WordSearch(words, Searched, TasksPerScan, "tasks that pass the filters").RunAsync(
                request,
                query,
                services,
                cancellationToken
            )
            : await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }

    private static FilterTasksArguments Filters(GetWorkspaceTasksArguments arguments) =>
        new()
        {
            Lists = arguments.Lists,
            Folders = arguments.Folders,
            Spaces = arguments.Spaces,
            Statuses = arguments.Statuses,
            Assignees = arguments.Assignees,
            Tags = arguments.Tags,
            DueAfter = arguments.DueAfter,
            DueBefore = arguments.DueBefore,
            CreatedAfter = arguments.CreatedAfter,
            CreatedBefore = arguments.CreatedBefore,
            UpdatedAfter = arguments.UpdatedAfter,
            UpdatedBefore = arguments.UpdatedBefore,
            IncludeClosed = arguments.IncludeClosed,
            Subtasks = arguments.Subtasks ?? (arguments.Query is null ? null : true),
            OrderBy = arguments.OrderBy ?? (arguments.Query is null ? null : "updated"),
            Reverse = arguments.Reverse,
        };
}
