using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Puts a list elsewhere, which ClickUp cannot: a new list is made, the tasks are moved to it, and only the empty old one is deleted.</summary>
internal sealed class MoveListHandler : IToolHandler<ResolvedMoveList>
{
    private const string Inventory = "Ask the user; then call move_list again with delete_source true.";

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedMoveList arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        context.ExtendDeadline();
        JsonElement list = await context.SendAsync(ClickUpOperations.GetList(arguments.List), cancellationToken);
        ListContents contents = await ListContents.ReadAsync(arguments.List, context, cancellationToken);
        if (arguments.DeleteSource != true)
        {
            string where = await DescribeAsync(arguments, list, context, cancellationToken);
            return CopyResult.Lines([Describe(list, contents), where, .. Losses, Inventory], isError: false);
        }

        JsonElement made = await context.SendAsync(
            NewList.RequestFor(list, list.Text("name") ?? "?", arguments.Folder, arguments.Space, static _ => true),
            cancellationToken
        );
        ListId target = new(
            made.Text("id") ?? throw new ActionableException("ClickUp's response shows no id of the new list.")
        );
        CopyReport report = new(isOfOne: true);
        CopyRun run = new(context, report, contents.Own.Count);
        await MoveAsync(list, contents, target, run, context, cancellationToken);
        string headline = $"list {TaskReading.Name(list)} as {target.Value}, with {report.Counts ?? "no tasks"}";
        run.End(headline);
        if (context.Services.IsDryRun)
        {
            await context.Services.Client.SendAsync(ClickUpOperations.DeleteList(arguments.List), cancellationToken);
            return CopyResult.Lines(
                [
                    "Dry run of move_list: nothing was written. The id of the new list depends on the response.",
                    .. Losses,
                ],
                isError: false
            );
        }

        if (!report.IsComplete)
        {
            return Kept(headline, report.Problems);
        }

        ListContents left = await ListContents.ReadAsync(arguments.List, context, cancellationToken);
        return left.IsEmpty
            ? await DeleteAsync(arguments.List, headline, context, cancellationToken)
            : Kept(headline, [$"The old list still has {left.Own.Count + left.Subtasks} tasks."]);
    }

    private static IEnumerable<string> Losses =>
        [
            "Not moved: the list's id, views, comments, automations, statuses and fields of its own, and who may see it; tasks keep their ids and all that is theirs.",
            "Statuses that the new place lacks become the first of their type; custom fields are added to the new list.",
        ];

    private static async ValueTask<string> DescribeAsync(
        ResolvedMoveList arguments,
        JsonElement list,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement place = await context.SendAsync(
            arguments.Folder is { } folder
                ? ClickUpOperations.GetFolder(folder)
                : ClickUpOperations.GetSpace(arguments.Space!.Value),
            cancellationToken
        );
        HashSet<string> there = Statuses(place);
        string lacking = string.Join(", ", Statuses(list).Where(status => !there.Contains(status)));
        string what = arguments.Folder is null ? "Space" : "Folder";
        return there.Count == 0 || lacking.Length == 0
            ? $"{what} {TaskReading.Name(place)} is the new place."
            : $"{what} {TaskReading.Name(place)} is the new place; it lacks the statuses {lacking}.";

        static HashSet<string> Statuses(JsonElement thing) =>
            thing
                .Items("statuses")
                .Select(static status => LenientValue.Text(status, "status"))
                .OfType<string>()
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static string Describe(JsonElement list, ListContents contents) =>
        $"Nothing was done yet. List {TaskReading.Name(list)} would be made anew, {contents.Own.Count} tasks with {contents.Subtasks} subtasks moved to it, "
        + $"{contents.Visitors.Count} tasks that are at home elsewhere added to it, and the old list deleted.";

    private static async ValueTask MoveAsync(
        JsonElement list,
        ListContents contents,
        ListId target,
        CopyRun run,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement place = context.Services.IsDryRun
            ? list
            : await context.SendAsync(ClickUpOperations.GetList(target), cancellationToken);
        JsonElement? mappings = StatusMappings.Of(list, place, target);
        foreach (JsonElement task in contents.Own)
        {
            string name = TaskReading.Name(task);
            await run.DoAsync(
                $"task {name}",
                "task",
                async () =>
                    await context.Services.Client.SendAsync(
                        ClickUpOperations.PutHomeList(
                            task: new TaskId(task.Text("id")!),
                            list: target,
                            workspace: new WorkspaceId(task.Text("team_id") ?? string.Empty),
                            moveCustomFields: true,
                            statusMappings: mappings
                        ),
                        cancellationToken
                    )
            );
            run.Report(name);
        }

        foreach (JsonElement task in contents.Visitors)
        {
            await run.DoAsync(
                $"place of task {TaskReading.Name(task)}, which is at home elsewhere",
                kind: null,
                async () =>
                    await context.Services.Client.SendAsync(
                        ClickUpOperations.AddTaskToList(new TaskId(task.Text("id")!), target),
                        cancellationToken
                    )
            );
        }
    }

    private static async ValueTask<HandlerResult> DeleteAsync(
        ListId list,
        string headline,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ClickUpRequest request = ClickUpOperations.DeleteList(list);
        await context.Services.Client.SendAsync(request, cancellationToken);
        string deleted = await new WriteCheck(request, context.Services).DescribeAsync(
            default,
            "The old list is deleted.",
            cancellationToken
        );
        return CopyResult.Lines([$"Moved {headline}. {deleted}"], isError: false);
    }

    private static HandlerResult Kept(string headline, IEnumerable<string> problems) =>
        CopyResult.Lines(
            [
                $"Not all was moved: {headline}.",
                .. problems,
                "The old list was not deleted. move_task moves what is left.",
            ],
            isError: true
        );
}
