using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds tasks by filters, and by words where the caller gave some.</summary>
/// <remarks>ClickUp's public API has no text search, so words are looked for here, in at most a thousand tasks at a time, newest first.</remarks>
internal sealed class GetWorkspaceTasksHandler(ToolServices services) : IToolHandler<GetWorkspaceTasksArguments>
{
    private const string Tool = "get_workspace_tasks";

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
            ? await SearchAsync(request, query, words, cancellationToken)
            : await ResponseReader.ReadAsync(request, query, services, cancellationToken);
    }

    private async ValueTask<ToolResult> SearchAsync(
        ClickUpRequest request,
        ResponseQuery query,
        string words,
        CancellationToken cancellationToken
    )
    {
        string[] wanted = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        using ItemPage page = await Paginator.ReadAsync(
            services.Client,
            request,
            query,
            cancellationToken,
            task => Array.TrueForAll(wanted, word => Mentions(task, word))
        );
        string coverage = page.NextCursor is null
            ? $"Looked through all {page.Seen} tasks that pass the filters."
            : $"Looked through {page.Seen} tasks; there are more: continue with the cursor, or narrow the filters.";
        return new ToolResult(
            services.Projector.Many(
                page.Items,
                query.Response.Shape!,
                query.Options.DetailLevel ?? query.Response.DefaultLevel,
                query.Options,
                page.Position,
                await services.Names.GetTimeZoneIdAsync(cancellationToken),
                [coverage]
            )
        );
    }

    private static bool Mentions(JsonElement task, string word) =>
        Contains(task, "name", word) || Contains(task, "text_content", word) || Contains(task, "custom_id", word);

    private static bool Contains(JsonElement task, string name, string word) =>
        JsonPath.TryFind(task, name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString()!.Contains(word, StringComparison.OrdinalIgnoreCase);

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
