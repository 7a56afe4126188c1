using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds tasks by filters, of ClickUp and of our own, and by words where the caller gave some.</summary>
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
        IReadOnlyList<FieldCondition> fields = await new FieldConditions(arguments, context).ReadAsync(
            cancellationToken
        );
        TaskConditions conditions = await TaskConditions.ReadAsync(
            new(arguments.Given.Due, arguments.Overdue, arguments.Unassigned, arguments.Open, arguments.StatusTypes),
            context,
            cancellationToken
        );
        ClickUpRequest request = Filters(arguments, conditions)
            .ReadTasksPage(fields.Count == 0 ? null : FieldCondition.ToJson(fields));
        WordSearch? words = arguments.Query is { } text ? new WordSearch(text, Searched) : null;
        string[] alsoRead =
        [
            .. words?.Members ?? [],
            .. conditions.Any ? TaskConditions.Members : [],
            .. fields.Count > 0 ? FieldCondition.Members : [],
        ];
        int refused = 0;
        ResponseQuery query = Query(arguments, context);
        ItemPage page = await context.ReadPageAsync(request, query, cancellationToken, Fits, alsoRead);
        return HandlerResult.OfPage(page, Notes(page, query, refused, words is not null || conditions.Any));

        bool Fits(JsonElement task)
        {
            bool passes = true;
            for (int i = 0; i < fields.Count && passes; i++)
            {
                passes = fields[i].Matches(task);
            }

            refused += passes ? 0 : 1;
            return passes && conditions.Matches(task) && words?.Matches(task) != false;
        }
    }

    public async ValueTask CheckAsync(
        ResolvedGetWorkspaceTasks arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => await new FieldConditions(arguments, context).ReadAsync(cancellationToken);

    private static ResolvedGetWorkspaceTasks Filters(ResolvedGetWorkspaceTasks arguments, TaskConditions conditions)
    {
        bool isSearch = arguments.Query is not null;
        return arguments with
        {
            Subtasks = arguments.Subtasks ?? (isSearch ? true : null),
            OrderBy = arguments.OrderBy ?? (isSearch ? "updated" : null),
            IncludeClosed = arguments.IncludeClosed ?? conditions.IncludeClosed,
            DueAfter = DateBounds.After(arguments.DueAfter) ?? conditions.DueAfter,
            DueBefore = DateBounds.Before(arguments.DueBefore, arguments.DueTo) ?? conditions.DueBefore,
            CreatedAfter = DateBounds.After(arguments.CreatedAfter),
            UpdatedAfter = DateBounds.After(arguments.UpdatedAfter),
            DoneAfter = DateBounds.After(arguments.DoneAfter),
            DoneBefore = DateBounds.Before(arguments.DoneBefore, arguments.DoneTo),
        };
    }

    private static List<string> Notes(ItemPage page, ResponseQuery query, int refused, bool isSearch)
    {
        List<string> notes = [];
        if (refused > 0)
        {
            notes.Add($"Left out {refused} tasks that ClickUp returned but that do not pass the custom field filters.");
        }

        if (isSearch)
        {
            notes.Add(Coverage.Describe(page, query, "tasks that pass the filters", page.Seen - refused));
        }

        return notes;
    }

    private static ResponseQuery Query(ResolvedGetWorkspaceTasks arguments, ToolCallContext context)
    {
        ResponseQuery query = context.Query!;
        return arguments.Page is { } page ? query with { Start = new PagePosition($"{page}", 0) } : query;
    }
}
