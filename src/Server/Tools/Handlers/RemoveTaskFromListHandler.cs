using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Takes a task out of a further list, and looks before and after.</summary>
internal sealed class RemoveTaskFromListHandler(ToolServices services) : IToolHandler<RemoveTaskFromListArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        RemoveTaskFromListArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        (string what, string list) = (
            OutputSanitizer.CleanLine(arguments.Task.Text),
            OutputSanitizer.CleanLine(arguments.List.Text)
        );
        using JsonDocument before = await TaskReading.ReadAsync(arguments.Task, context, cancellationToken);
        if (TaskReading.Home(before.RootElement) == arguments.List.Id)
        {
            throw new ActionableException(
                $"List {list} is the home list of task {what}.",
                "A task can leave further lists only.",
                "Use move_task to give it another home, or delete_task."
            );
        }

        if (!TaskReading.IsAlsoIn(before.RootElement, arguments.List.Id))
        {
            return new ToolResult($"Task {what} is not in list {list}; there was nothing to remove.");
        }

        await services.Client.SendAsync(
            ClickUpOperations.DeleteTaskFromList(new() { List = arguments.List, Task = arguments.Task }, context),
            cancellationToken
        );
        using JsonDocument after = await TaskReading.ReadAsync(arguments.Task, context, cancellationToken);
        return TaskReading.IsAlsoIn(after.RootElement, arguments.List.Id)
            ? throw new ActionableException(
                $"Task {what} is still in list {list}.",
                "ClickUp accepted the request and did nothing.",
                "Look whether you may change that list, or remove the task there in ClickUp."
            )
            : new ToolResult($"Took task {what} out of list {list}; the task itself stays.");
    }
}
