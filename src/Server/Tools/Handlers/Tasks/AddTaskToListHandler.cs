using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Adds a task to a further list and looks whether it is there, since ClickUp answers 200 either way.</summary>
internal sealed class AddTaskToListHandler : IToolHandler<ResolvedAddTaskToList>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedAddTaskToList arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await context.Services.Client.SendAsync(arguments.PostTaskToList(), cancellationToken);
        JsonElement task = await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        (string what, string list) = (arguments.Given.Task.Text, arguments.Given.List.Text);
        if (TaskReading.IsHome(task, arguments.List))
        {
            return HandlerResult.Sentence($"List {list} is the home list of task {what}; there was nothing to add.");
        }

        return TaskReading.IsAlsoIn(task, arguments.List)
            ? HandlerResult.Sentence($"Task {what} is now in list {list} too.")
            : throw new ActionableException(
                $"Task {OutputSanitizer.CleanLine(what)} was not added to list {OutputSanitizer.CleanLine(list)}.",
                "ClickUp accepted the request and did nothing, as it does where Tasks in Multiple Lists is off in the space.",
                "Have an admin turn that ClickApp on, or use move_task to change the home list."
            );
    }
}
