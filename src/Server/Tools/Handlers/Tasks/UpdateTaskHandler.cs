using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes a task and then its custom fields, which ClickUp's update ignores; says what was not applied.</summary>
internal sealed class UpdateTaskHandler : IToolHandler<ResolvedUpdateTask>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUpdateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        // All values are read before anything is sent, so that a typing error changes nothing.
        IReadOnlyList<FieldAssignment> fields = await ReadFieldsAsync(arguments, context, cancellationToken);
        ClickUpRequest update = arguments.PutTask();
        bool changesTask = !update.Body.Span.SequenceEqual("{}"u8);
        JsonElement? response = changesTask ? await context.SendAsync(update, cancellationToken) : null;
        List<string> notes = await SetAsync(fields, changesTask, arguments.Task, context, cancellationToken);
        JsonElement task =
            fields.Count == 0 && response is { } changed
                ? changed
                : await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        return HandlerResult.OfItem(task, [.. ReadBack(arguments, task), .. notes]);
    }

    public async ValueTask CheckAsync(
        ResolvedUpdateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.Task.Value.Length > 0)
        {
            await ReadFieldsAsync(arguments, context, cancellationToken);
        }
    }

    private static ValueTask<IReadOnlyList<FieldAssignment>> ReadFieldsAsync(
        ResolvedUpdateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        ListFields.ReadAllAsync(
            () => ListFields.OfTaskAsync(arguments.Task, context, cancellationToken),
            arguments.CustomFields?.Select(static f => (f.Field, f.Value)),
            cancellationToken
        );

    /// <summary>Sets the fields one by one; what fails after something was changed becomes a note, since nothing undoes the rest.</summary>
    private static async ValueTask<List<string>> SetAsync(
        IReadOnlyList<FieldAssignment> fields,
        bool hasChanged,
        TaskId task,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<string> failures = [];
        foreach (FieldAssignment set in fields)
        {
            try
            {
                await context.Services.Client.SendAsync(set.RequestFor(task), cancellationToken);
                hasChanged = true;
            }
            catch (ActionableException failure) when (hasChanged || fields.Count > 1)
            {
                failures.Add($"Custom field {set.Field.Name} was not set: {failure.What} {failure.Why}");
            }
        }

        return hasChanged || failures.Count == 0
            ? failures
            : throw new ActionableException("No custom field could be set.", string.Join(' ', failures));
    }

    private static IReadOnlyList<string> ReadBack(ResolvedUpdateTask arguments, JsonElement task)
    {
        TaskReadBack changed = new(task);
        changed.Expect("name", "name", arguments.Name);
        changed.Expect("status", "status.status", arguments.Status?.Value);
        changed.Expect("priority", "priority.priority", arguments.Priority);
        changed.Expect("parent", "parent", arguments.Parent?.Value);
        changed.Expect(
            "task_type",
            "custom_item_id",
            arguments.TaskType?.Value is "0" ? null : arguments.TaskType?.Value
        );
        changed.ExpectAll("assignee", "assignees[].id", Ids(arguments.AddAssignees));
        changed.ExpectNone("removal of assignee", "assignees[].id", Ids(arguments.RemoveAssignees));
        changed.ExpectAll("watcher", "watchers[].id", Ids(arguments.AddWatchers));
        changed.ExpectNone("removal of watcher", "watchers[].id", Ids(arguments.RemoveWatchers));
        return changed.Notes;
    }

    private static IEnumerable<string>? Ids(IReadOnlyList<MemberId>? people) => people?.Select(static id => id.Value);
}
