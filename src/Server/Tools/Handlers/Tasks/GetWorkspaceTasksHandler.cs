using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds tasks by filters, and by words where the caller gave some.</summary>
/// <remarks>ClickUp's public API has no text search, so words are looked for here, in at most a thousand tasks at a time, newest first.</remarks>
internal sealed class GetWorkspaceTasksHandler : IToolHandler<ResolvedGetWorkspaceTasks>
{
    private static readonly string[] Searched = ["name", "text_content", "custom_id"];

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetWorkspaceTasks arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<FieldCondition> conditions = await new FieldConditions(arguments, context).ReadAsync(
            cancellationToken
        );
        ResolvedGetWorkspaceTasks filters = arguments.Query is null
            ? arguments
            : arguments with
            {
                Subtasks = arguments.Subtasks ?? true,
                OrderBy = arguments.OrderBy ?? "updated",
            };
        ClickUpRequest request = filters.ReadTasksPage(
            conditions.Count == 0 ? null : FieldCondition.ToJson(conditions)
        );
        WordSearch? words = arguments.Query is { } text ? new WordSearch(text, Searched) : null;
        int refused = 0;
        ItemPage page = await context.ReadPageAsync(request, Query(arguments, context), cancellationToken, Fits);
        return HandlerResult.OfPage(page, Notes(page, refused, words is not null));

        bool Fits(JsonElement task)
        {
            bool passes = conditions.All(one => one.Matches(task));
            refused += passes ? 0 : 1;
            return passes && words?.Matches(task) != false;
        }
    }

    public async ValueTask CheckAsync(
        ResolvedGetWorkspaceTasks arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => await new FieldConditions(arguments, context).ReadAsync(cancellationToken);

    private static List<string> Notes(ItemPage page, int refused, bool isSearch)
    {
        List<string> notes = [];
        if (refused > 0)
        {
            notes.Add($"Left out {refused} tasks that ClickUp returned but that do not pass the custom field filters.");
        }

        if (isSearch)
        {
            notes.Add(
                WordSearch.Coverage(page.Items.Count, "tasks that pass the filters", page.NextCursor is not null)
            );
        }

        return notes;
    }

    // A page number is where a cursor of ours would start.
    private static ResponseQuery Query(ResolvedGetWorkspaceTasks arguments, ToolCallContext context)
    {
        ResponseQuery query = context.Query!;
        return arguments.Page is { } page && query.Options.Cursor is null
            ? query with
            {
                Options = query.Options with
                {
                    Cursor = CursorCodec.Encode(new PagePosition($"{page}", 0), query.Tool, PaginationStyle.Page),
                },
            }
            : query;
    }
}
