using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Adds a task to a further list and looks whether it is there, since ClickUp answers 200 either way.</summary>
internal sealed class AddTaskToListHandler(ToolServices services) : IToolHandler<AddTaskToListArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        AddTaskToListArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await services.Client.SendAsync(
            ClickUpOperations.PostTaskToList(new() { List = arguments.List, Task = arguments.Task }, context),
            cancellationToken
        );
        using JsonDocument task = await TaskReading.ReadAsync(arguments.Task, context, cancellationToken);
        (string what, string list) = (arguments.Task.Text, arguments.List.Text);
        if (TaskReading.Home(task.RootElement) == arguments.List.Id)
        {
            return Say($"List {list} is the home list of task {what}; there was nothing to add.");
        }

        return TaskReading.IsAlsoIn(task.RootElement, arguments.List.Id)
            ? Say($"Task {what} is now in list {list} too.")
            : throw new ActionableException(
                $"Task {OutputSanitizer.CleanLine(what)} was not added to list {OutputSanitizer.CleanLine(list)}.",
                "ClickUp accepted the request and did nothing, as it does where Tasks in Multiple Lists is off in the space.",
                "Have an admin turn that ClickApp on, or use move_task to change the home list."
            );
    }

    private static ToolResult Say(string text) => new(OutputSanitizer.CleanLine(text));
}
