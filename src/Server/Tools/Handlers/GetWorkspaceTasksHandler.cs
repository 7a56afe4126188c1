using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds tasks by filters, and by words where the caller gave some.</summary>
/// <remarks>ClickUp's public API has no text search, so words are looked for here, in at most a thousand tasks at a time, newest first.</remarks>
internal sealed class GetWorkspaceTasksHandler(ToolServices services) : IToolHandler<GetWorkspaceTasksArguments>
{
    private const string Tool = "get_workspace_tasks";

    private static readonly string[] Searched = ["name", "text_content", "custom_id"];

    public async ValueTask<ToolResult> HandleAsync(
        GetWorkspaceTasksArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        // Places first: fields are looked for there, where the general resolution would only know the workspace.
        ResolutionScope anywhere = new(arguments.Workspace, [], AllowCustomId: false);
        await context.ResolveAllAsync(arguments.Lists, anywhere, cancellationToken);
        await context.ResolveAllAsync(arguments.Folders, anywhere, cancellationToken);
        await context.ResolveAllAsync(arguments.Spaces, anywhere, cancellationToken);
        IReadOnlyList<FieldCondition> conditions = await new FieldConditions(arguments, context).ReadAsync(
            cancellationToken
        );
        await arguments.ResolveAsync(context, cancellationToken);
        ClickUpRequest request = ClickUpOperations.ReadTasksPage(Filters(arguments, conditions), context);
        ResponseQuery query = new(Tool, GetWorkspaceTasksTool.Answer, Options(arguments), null);
        if (arguments.Query is null && conditions.Count == 0)
        {
            return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
        }

        WordSearch? words = arguments.Query is { } text ? new WordSearch(text, Searched) : null;
        return await SearchAsync(request, query, words, conditions, cancellationToken);
    }

    private async ValueTask<ToolResult> SearchAsync(
        ClickUpRequest request,
        ResponseQuery query,
        WordSearch? words,
        IReadOnlyList<FieldCondition> conditions,
        CancellationToken cancellationToken
    )
    {
        int refused = 0;
        using ItemPage page = await Paginator.ReadAsync(services.Client, request, query, cancellationToken, Fits);
        return await HandlerAnswer.ManyAsync(
            page.Items,
            query.Response,
            query.Options,
            services,
            Notes(page, refused, words is not null),
            page.Position,
            cancellationToken
        );

        bool Fits(JsonElement task)
        {
            bool passes = conditions.All(one => one.Matches(task));
            refused += passes ? 0 : 1;
            return passes && words?.Matches(task) != false;
        }
    }

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
    private static OutputOptions Options(GetWorkspaceTasksArguments arguments)
    {
        OutputOptions options = arguments.Output ?? new();
        return arguments.Page is { } page && options.Cursor is null
            ? options with
            {
                Cursor = CursorCodec.Encode(new PagePosition($"{page}", 0), Tool, PaginationStyle.Page),
            }
            : options;
    }

    private static ReadTasksPageArguments Filters(
        GetWorkspaceTasksArguments arguments,
        IReadOnlyList<FieldCondition> conditions
    ) =>
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
            DoneAfter = arguments.DoneAfter,
            DoneBefore = arguments.DoneBefore,
            TaskTypes = arguments.TaskTypes,
            Parent = arguments.Parent,
            IncludeClosed = arguments.IncludeClosed,
            IncludeTiml = arguments.IncludeTiml,
            Subtasks = arguments.Subtasks ?? (arguments.Query is null ? null : true),
            OrderBy = arguments.OrderBy ?? (arguments.Query is null ? null : "updated"),
            Reverse = arguments.Reverse,
            CustomFields = conditions.Count == 0 ? null : FieldCondition.ToJson(conditions),
        };
}
