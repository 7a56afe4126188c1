using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Gives a task another home list, and maps its status and custom fields by name.</summary>
/// <param name="Task">The task.</param>
/// <param name="List">Where it is to live.</param>
/// <param name="Status">Its status there; null for the one of the same name.</param>
internal sealed record TaskMove(TaskId Task, ListId List, string? Status)
{
    /// <summary>Whether its custom fields go to the new list; null for ClickUp's default.</summary>
    public bool? MoveCustomFields { get; init; }

    /// <summary>The custom fields that go to the new list; null or none for all or none of them.</summary>
    public IReadOnlyList<CustomFieldId>? CustomFields { get; init; }

    /// <summary>Whether the report tells the move itself; where the result shows the task, only what nobody asked for is said.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>Finds the status in the new list, moves the task and looks whether it moved.</summary>
    /// <param name="before">The task as it is.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the move.</param>
    /// <returns>What happened, for the caller; empty where there is nothing to say.</returns>
    /// <exception cref="ActionableException">The list lacks the status, or the task is where it was.</exception>
    public async ValueTask<string> RunAsync(
        JsonElement before,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        (SentMove? sent, string said) = await SendAsync(before, context, cancellationToken);
        return sent is null
            ? said
            : sent.Report(
                await context.SendAsync(ClickUpOperations.ReadTask(Task, subtasks: false), cancellationToken)
            );
    }

    /// <summary>Finds the status in the new list and moves the task; whether it moved is seen on the task.</summary>
    /// <param name="before">The task as it is.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the move.</param>
    /// <returns>The move, or else why there is none: a dry run, or a task that is there already.</returns>
    /// <exception cref="ActionableException">The list lacks the status.</exception>
    public async ValueTask<(SentMove? Sent, string Said)> SendAsync(
        JsonElement before,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (TaskReading.IsHome(before, List))
        {
            return (
                null,
                $"Task {TaskReading.Name(before)} is in list {TaskReading.Name(before.Member("list"))} already; nothing was moved."
            );
        }

        JsonElement list = await FindListAsync(before, context, cancellationToken);
        JsonElement status = FindStatus(list, before);
        MovedFields fields = await MovedFields.FindAsync(before, list, this, context, cancellationToken);
        WorkspaceId workspace = WorkspaceId.Of(await context.ResolveWorkspaceAsync(cancellationToken));
        (string? source, string? destination) = (before.Member("status").Text("id"), status.Text("id"));
        ClickUpRequest move = ClickUpOperations.PutHomeList(
            task: new TaskId(before.Text("id") ?? Task.Value),
            list: List,
            workspace: workspace,
            moveCustomFields: CustomFields is { Count: > 0 } ? true : MoveCustomFields,
            customFieldsToMove: CustomFields,
            statusMappings: source == destination ? null : StatusMappings.ToJson([(source, destination)])
        );
        await context.Services.Client.SendAsync(move, cancellationToken);
        ChangeParts mapped = new();
        foreach (FieldAssignment field in fields.Mapped)
        {
            await mapped.DoAsync(
                $"The custom field {field.Field.Name}",
                async () => await context.Services.Client.SendAsync(field.RequestFor(Task), cancellationToken)
            );
        }

        return context.Services.IsDryRun
            ? (null, Plan(list, fields))
            : (new SentMove(this, before, status, mapped), string.Empty);
    }

    /// <summary>Looks whether the new list has the status, and sends nothing that writes.</summary>
    /// <exception cref="ActionableException">The list lacks the status.</exception>
    public async ValueTask CheckAsync(JsonElement before, ToolCallContext context, CancellationToken cancellationToken)
    {
        if (!TaskReading.IsHome(before, List))
        {
            FindStatus(await FindListAsync(before, context, cancellationToken), before);
        }
    }

    private async ValueTask<JsonElement> FindListAsync(
        JsonElement before,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement list = await context.SendAsync(ClickUpOperations.GetList(List), cancellationToken);
        return await CopyPlace.FindOtherWorkspaceAsync(before, list, context, cancellationToken) is null
            ? list
            : throw new ActionableException(
                $"List {TaskReading.Name(list)} is in another workspace than task {TaskReading.Name(before)}.",
                "ClickUp moves tasks within a workspace only. Nothing was moved.",
                "Use duplicate_task to copy it there, or transfer_task to copy it and delete the original."
            );
    }

    /// <summary>The status in the new list: the one asked for, or else the one of the same name.</summary>
    private JsonElement FindStatus(JsonElement list, JsonElement task)
    {
        string name = Status ?? task.Member("status").Text("status") ?? string.Empty;
        List<JsonElement> statuses = [.. list.Items("statuses")];
        JsonElement found = statuses.Find(status =>
            string.Equals(status.Text("status"), name, StringComparison.OrdinalIgnoreCase)
        );
        return found.ValueKind == JsonValueKind.Object
            ? found
            : throw new ActionableException(
                $"List {TaskReading.Name(list)} has no status {OutputSanitizer.CleanLine(name)}, so the task was not moved.",
                "A task keeps its status only in a list that has one of that name.",
                "Call the tool again with status set to one of the new list's.",
                [.. statuses.Select(static status => status.Text("status")).OfType<string>()]
            );
    }

    private static string Plan(JsonElement list, MovedFields fields)
    {
        string mapped = string.Join(", ", fields.Mapped.Select(static set => set.Field.Name));
        return string.Concat(
            $"The task would go to list {TaskReading.Name(list)}.",
            mapped.Length == 0 ? "" : $" Custom fields that get their values there by name: {mapped}.",
            fields.Left.Count == 0
                ? ""
                : $" Custom fields that the list would not show: {string.Join(", ", fields.Left)}; move_custom_fields adds them to it."
        );
    }
}
