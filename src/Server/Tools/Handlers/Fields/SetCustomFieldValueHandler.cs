using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sets a custom field from a value in people's words, according to the field's type, and looks whether it was kept.</summary>
internal sealed class SetCustomFieldValueHandler : IToolHandler<ResolvedSetCustomFieldValue>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedSetCustomFieldValue arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement task = await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
        ListFields fields = await ListFields.OfTaskAsync(task, TaskReading.HomeOf(task), context, cancellationToken);
        FieldAssignment set = await fields.ReadAsync(arguments.Field, arguments.Value, cancellationToken);
        string what = $"custom field {set.Field.Name} of task {arguments.Given.Task.Text}";
        if (set.IsDone)
        {
            return HandlerResult.Sentence($"The {what} holds that value already; nothing was sent.");
        }

        await context.Services.Client.SendAsync(set.RequestFor(arguments.Task), cancellationToken);
        if (set.Field.Type == "button")
        {
            return HandlerResult.Sentence($"Pressed the {what}, which keeps no value.");
        }

        JsonElement after = await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
        DateZones zones = await context.Services.GetZonesAsync(cancellationToken);
        string shown = TaskReading.ShownIn(after, set.Field.Id, zones) is { } value
            ? $"it holds: {value}"
            : "it is empty";
        return set.IsShownIn(after, zones)
            ? HandlerResult.Sentence($"Set the {what}; {shown}")
            : throw new ActionableException(
                $"The {OutputSanitizer.CleanLine(what)} was not set; {shown}.",
                "ClickUp accepted the request and did not apply it, as it does for fields of other task types and for ids it does not know.",
                "Look at the field with list_custom_fields."
            );
    }

    public async ValueTask CheckAsync(
        ResolvedSetCustomFieldValue arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.Task.Value.Length > 0 && arguments.Field.Value.Length > 0)
        {
            JsonElement task = await context.SendAsync(arguments.ReadTask(subtasks: false), cancellationToken);
            ListId list = TaskReading.HomeOf(task);
            ListFields fields = await ListFields.OfTaskAsync(task, list, context, cancellationToken);
            await fields.ReadAsync(arguments.Field, arguments.Value, cancellationToken);
        }
    }
}
