using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Takes a task to another workspace: a copy, which is read back whole, and only then the end of the original.</summary>
internal sealed class TransferTaskHandler : IToolHandler<ResolvedTransferTask>
{
    private const string Inventory =
        "Ask the user; then call transfer_task again with delete_source true. The original is deleted only once its copy was read back and is whole.";
    private const string Moved =
        "Within a workspace a task is moved, and keeps its id, comments and tracked time. Nothing was done.";
    private const string Kept = "The original was not deleted. Look at both before either is deleted.";

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedTransferTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        CopyOrder order = new(
            arguments.Task,
            arguments.List,
            new CopyParts(include: null, without: null) { IsWhole = true }
        );
        TaskCopy copy = await TaskCopy.PrepareAsync(order, context, cancellationToken);
        if (copy.Place.IsSameWorkspace && arguments.DeleteSource == true)
        {
            throw new ActionableException(Within(copy), Moved, "Use move_task.");
        }

        if (copy.Place.IsSameWorkspace)
        {
            return CopyResult.Lines([Within(copy), Moved, "Use move_task."], isError: false);
        }

        if (arguments.DeleteSource != true)
        {
            return CopyInventory.Of(copy, Inventory);
        }

        if (copy.LosesFiles)
        {
            throw new ActionableException(
                "Files of the task would be lost with the original.",
                "This server cannot fetch them, so their copy would be without them. Nothing was done.",
                "Let the user start the server with --file-urls, or copy with duplicate_task and keep the original."
            );
        }

        await copy.RunAsync(cancellationToken);
        if (!context.Services.IsDryRun)
        {
            IReadOnlyList<string> differences = copy.Report.IsComplete
                ? await new CopyCheck(copy, order.Parts, context).CompareAllAsync(cancellationToken)
                : [];
            if (!copy.Report.IsComplete || differences.Count > 0)
            {
                return Incomplete(copy, differences);
            }

            if (await HasChangedAsync(copy, arguments.Task, context, cancellationToken))
            {
                return Incomplete(copy, ["the original was changed meanwhile"]);
            }
        }

        string deleted = await DeleteAsync(arguments.Task, context, cancellationToken);
        return context.Services.IsDryRun
            ? CopyResult.Rehearsed("transfer_task", copy.Report.Losses)
            : CopyResult.Lines([$"Took {CopyResult.Headline(copy)}. {deleted}", .. copy.Report.Losses], isError: false);
    }

    private static HandlerResult Incomplete(TaskCopy copy, IEnumerable<string> differences) =>
        CopyResult.Incomplete(CopyResult.Headline(copy), copy.Report, differences, Kept);

    private static string Within(TaskCopy copy) => $"List {copy.Place.Name} is in the workspace of the task.";

    // Between the first read and the deletion others may have worked on it.
    private static async ValueTask<bool> HasChangedAsync(
        TaskCopy copy,
        TaskId task,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TaskTree now = await TaskTree.ReadAsync(task, hasSubtasks: true, context, cancellationToken);
        return !States(now).SequenceEqual(States(copy.Tree));

        static IEnumerable<(string, string?)> States(TaskTree tree) =>
            tree.Nodes.Select(static node => (node.Id, node.Task.Text("date_updated")));
    }

    private static async ValueTask<string> DeleteAsync(
        TaskId task,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ClickUpRequest request = ClickUpOperations.DeleteTask(task);
        await context.Services.Client.SendAsync(request, cancellationToken);
        return await new WriteCheck(request, context.Services).DescribeAsync(
            default,
            "The original is deleted.",
            cancellationToken
        );
    }
}
