using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sets a custom field from a value in people's words, according to the field's type.</summary>
internal sealed class SetCustomFieldValueHandler(ToolServices services) : IToolHandler<SetCustomFieldValueArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        SetCustomFieldValueArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        ListFields fields = await ListFields.OfTaskAsync(
            arguments.Task,
            arguments.Workspace,
            context,
            cancellationToken
        );
        FieldAssignment set = await fields.ReadAsync(arguments.Field, arguments.Value, cancellationToken);
        await services.Client.SendAsync(set.RequestFor(arguments.Task, context), cancellationToken);
        return new ToolResult(
            OutputSanitizer.CleanLine($"Set the custom field {set.Field.Name} of task {arguments.Task.Text}.")
        );
    }
}
