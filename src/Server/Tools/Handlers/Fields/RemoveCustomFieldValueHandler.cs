using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Empties a custom field and looks whether it is empty, since ClickUp's response shows nothing.</summary>
internal sealed class RemoveCustomFieldValueHandler : IToolHandler<ResolvedRemoveCustomFieldValue>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedRemoveCustomFieldValue arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await context.Services.Client.SendAsync(arguments.DeleteFieldValue(), cancellationToken);
        JsonElement task = await context.SendAsync(arguments.GetTask(subtasks: false), cancellationToken);
        DateZones zones = await context.Services.GetZonesAsync(cancellationToken);
        string what = $"custom field {arguments.Given.Field.Text} of task {arguments.Given.Task.Text}";
        return TaskReading.ShownIn(task, arguments.Field.Value, zones) is { } shown
            ? throw new ActionableException(
                $"The {OutputSanitizer.CleanLine(what)} was not emptied; it holds: {shown}",
                "ClickUp accepted the request and did nothing, as it does for fields that it computes.",
                "Change what the field is computed from, or empty it in ClickUp."
            )
            : HandlerResult.Sentence($"Emptied the {what}.");
    }
}
