using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes a task and then its custom fields, which ClickUp's update ignores; says what was not applied.</summary>
internal sealed class UpdateTaskHandler(ToolServices services) : IToolHandler<UpdateTaskArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        UpdateTaskArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        // All values are read before anything is sent, so that a typing error changes nothing.
        IReadOnlyList<FieldAssignment> fields = await ReadFieldsAsync(arguments, context, cancellationToken);
        ClickUpRequest update = ClickUpOperations.PutTask(Changes(arguments), context);
        bool changesTask = !update.Body.Span.SequenceEqual("{}"u8);
        ClickUpResponse? response = changesTask ? await services.Client.SendAsync(update, cancellationToken) : null;
        List<string> notes = await SetAsync(fields, changesTask, arguments, context, cancellationToken);
        using JsonDocument task =
            fields.Count > 0 || response is null
                ? await TaskReading.ReadAsync(arguments.Task, context, cancellationToken)
                : ResponseReader.Parse(response.Body);
        return await HandlerAnswer.OneAsync(
            task.RootElement,
            UpdateTaskTool.Answer,
            arguments.Output,
            services,
            [.. ReadBack(arguments, task.RootElement), .. notes],
            cancellationToken
        );
    }

    private static async ValueTask<IReadOnlyList<FieldAssignment>> ReadFieldsAsync(
        UpdateTaskArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.CustomFields is not { Count: > 0 } given)
        {
            return [];
        }

        ListFields fields = await ListFields.OfTaskAsync(
            arguments.Task,
            arguments.Workspace,
            context,
            cancellationToken
        );
        return await fields.ReadAllAsync(given.Select(static f => (f.Field, f.Value)), cancellationToken);
    }

    /// <summary>Sets the fields one by one; what fails after something was changed becomes a note, since nothing undoes the rest.</summary>
    private async ValueTask<List<string>> SetAsync(
        IReadOnlyList<FieldAssignment> fields,
        bool hasChanged,
        UpdateTaskArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<string> failures = [];
        foreach (FieldAssignment set in fields)
        {
            try
            {
                await services.Client.SendAsync(set.RequestFor(arguments.Task, context), cancellationToken);
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

    private static IReadOnlyList<string> ReadBack(UpdateTaskArguments arguments, JsonElement task)
    {
        TaskReadBack changed = new(task);
        changed.Expect("name", "name", arguments.Name);
        changed.Expect("status", "status.status", arguments.Status?.Id);
        changed.Expect("priority", "priority.priority", arguments.Priority);
        changed.Expect("parent", "parent", arguments.Parent?.Id);
        changed.Expect("task_type", "custom_item_id", arguments.TaskType?.Id is "0" ? null : arguments.TaskType?.Id);
        changed.ExpectAll("assignee", "assignees[].id", Ids(arguments.AddAssignees));
        changed.ExpectNone("removal of assignee", "assignees[].id", Ids(arguments.RemoveAssignees));
        changed.ExpectAll("watcher", "watchers[].id", Ids(arguments.AddWatchers));
        changed.ExpectNone("removal of watcher", "watchers[].id", Ids(arguments.RemoveWatchers));
        return changed.Notes;
    }

    private static IEnumerable<string>? Ids(IReadOnlyList<EntityReference>? people) =>
        people?.Select(ResolvedValue.IdOf);

    private static PutTaskArguments Changes(UpdateTaskArguments arguments) =>
        new()
        {
            Task = arguments.Task,
            Name = arguments.Name,
            Description = arguments.Description,
            Status = arguments.Status,
            Priority = arguments.Priority,
            Due = arguments.Due,
            Start = arguments.Start,
            Estimate = arguments.Estimate,
            Points = arguments.Points,
            Parent = arguments.Parent,
            AddAssignees = arguments.AddAssignees,
            RemoveAssignees = arguments.RemoveAssignees,
            AddWatchers = arguments.AddWatchers,
            RemoveWatchers = arguments.RemoveWatchers,
            TaskType = arguments.TaskType,
            Archived = arguments.Archived,
            Clear = arguments.Clear,
        };
}
