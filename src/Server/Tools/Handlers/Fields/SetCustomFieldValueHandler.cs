using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sets a custom field from a value in people's words, according to the field's type.</summary>
internal sealed class SetCustomFieldValueHandler : IToolHandler<ResolvedSetCustomFieldValue>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedSetCustomFieldValue arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ListFields fields = await ListFields.OfTaskAsync(arguments.Task, context, cancellationToken);
        FieldAssignment set = await fields.ReadAsync(arguments.Field, arguments.Value, cancellationToken);
        await context.Services.Client.SendAsync(set.RequestFor(arguments.Task), cancellationToken);
        return HandlerResult.Sentence($"Set the custom field {set.Field.Name} of task {arguments.Given.Task.Text}.");
    }

    public async ValueTask CheckAsync(
        ResolvedSetCustomFieldValue arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.Task.Value.Length > 0 && arguments.Field.Value.Length > 0)
        {
            ListFields fields = await ListFields.OfTaskAsync(arguments.Task, context, cancellationToken);
            await fields.ReadAsync(arguments.Field, arguments.Value, cancellationToken);
        }
    }
}
