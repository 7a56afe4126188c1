using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Copies a task with its subtasks and all that hangs on them, and says what was not copied.</summary>
internal sealed class DuplicateTaskHandler : IToolHandler<ResolvedDuplicateTask>
{
    private const string Next =
        "What is missing can be added to the copy by its id; a second call would make a second copy.";

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedDuplicateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        CopyOrder order = CopyOrder.Of(arguments);
        TaskCopy copy = await TaskCopy.PrepareAsync(order, context, cancellationToken);
        await copy.RunAsync(cancellationToken);
        if (context.Services.IsDryRun)
        {
            return CopyResult.Rehearsed("duplicate_task", copy.Report.Losses);
        }

        if (!copy.Report.IsComplete)
        {
            return CopyResult.Incomplete(CopyResult.Headline(copy), copy.Report, [], Next);
        }

        List<string> differences = [];
        JsonElement task = await new CopyCheck(copy, order.Parts, context).ReadRootAsync(
            differences,
            cancellationToken
        );
        return differences.Count == 0
            ? CopyResult.Complete(copy, task)
            : CopyResult.Incomplete(CopyResult.Headline(copy), copy.Report, differences, Next);
    }
}
