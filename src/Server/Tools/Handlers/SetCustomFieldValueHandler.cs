using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
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
        if (arguments.Task.IsCustomId)
        {
            await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        }

        CustomFieldInfo field = await FindFieldAsync(arguments, context, cancellationToken);
        CustomFieldValue value = await new CustomFieldValueReader(field, arguments.Workspace, context).ReadAsync(
            arguments.Value,
            cancellationToken
        );
        await services.Client.SendAsync(
            ClickUpOperations.SetFieldValue(
                new()
                {
                    Task = arguments.Task,
                    FieldId = field.Id,
                    Value = value.Value,
                    ValueOptions = value.Options,
                },
                context
            ),
            cancellationToken
        );
        return new ToolResult(
            OutputSanitizer.CleanLine($"Set the custom field {field.Name} of task {arguments.Task.Text}.")
        );
    }

    private async ValueTask<CustomFieldInfo> FindFieldAsync(
        SetCustomFieldValueArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        TaskHome home = await services.Directory.GetTaskHomeAsync(
            arguments.Task.Id!,
            arguments.Task.IsCustomId ? context.WorkspaceId : null,
            cancellationToken
        );
        IReadOnlyList<CustomFieldInfo> fields = await services.Directory.GetFieldsAsync(
            EntityReference.ForId(EntityKind.List, home.ListId),
            afterMiss: false,
            cancellationToken
        );
        return fields.FirstOrDefault(f => f.Id == arguments.Field.Id)
            ?? throw new ActionableException(
                "The task's list does not have this custom field.",
                "A field can be set only on tasks of lists that have it.",
                "Use a field of the list, or move the task.",
                [.. fields.Select(f => $"{f.Name} ({f.Type})")]
            );
    }
}
