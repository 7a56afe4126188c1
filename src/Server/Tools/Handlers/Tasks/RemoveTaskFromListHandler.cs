using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Takes a task out of a further list, and looks before and after.</summary>
internal sealed class RemoveTaskFromListHandler : IToolHandler<ResolvedRemoveTaskFromList>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedRemoveTaskFromList arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        (string what, string list) = (
            OutputSanitizer.CleanLine(arguments.Given.Task.Text),
            OutputSanitizer.CleanLine(arguments.Given.List.Text)
        );
        JsonElement before = await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        if (TaskReading.IsHome(before, arguments.List))
        {
            throw new ActionableException(
                $"List {list} is the home list of task {what}.",
                "A task can leave further lists only.",
                "Use move_task to give it another home, or delete_task."
            );
        }

        if (!TaskReading.IsAlsoIn(before, arguments.List))
        {
            return HandlerResult.Sentence($"Task {what} is not in list {list}; there was nothing to remove.");
        }

        await context.Services.Client.SendAsync(arguments.DeleteTaskFromList(), cancellationToken);
        JsonElement after = await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        return TaskReading.IsAlsoIn(after, arguments.List)
            ? throw new ActionableException(
                $"Task {what} is still in list {list}.",
                "ClickUp accepted the request and did nothing.",
                "Look whether you may change that list, or remove the task there in ClickUp."
            )
            : HandlerResult.Sentence($"Took task {what} out of list {list}; the task itself stays.");
    }
}
