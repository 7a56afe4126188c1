using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Creates a task with custom fields in people's words, and says what ClickUp did not keep.</summary>
internal sealed class CreateTaskHandler : IToolHandler<ResolvedCreateTask>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedCreateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<FieldAssignment> fields = await ReadFieldsAsync(arguments, context, cancellationToken);
        JsonElement? values = fields.Count == 0 ? null : BuiltJson.Of(writer => Write(writer, fields));
        JsonElement task = await context.SendAsync(arguments.PostTask(values), cancellationToken);
        TaskReadBack made = new(task);
        made.Expect("status", "status.status", arguments.Status?.Value);
        made.Expect("parent", "parent", arguments.Parent?.Value);
        made.ExpectAll("assignee", "assignees[].id", arguments.Assignees?.Select(static id => id.Value));
        made.ExpectAll("tag", "tags[].name", arguments.Tags?.Select(static tag => tag.Value));
        made.ExpectFields(fields);
        return HandlerResult.OfItem(task, made.Notes);
    }

    public async ValueTask CheckAsync(
        ResolvedCreateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.List.Value.Length > 0)
        {
            await ReadFieldsAsync(arguments, context, cancellationToken);
        }
    }

    private static ValueTask<IReadOnlyList<FieldAssignment>> ReadFieldsAsync(
        ResolvedCreateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        ListFields.ReadAllAsync(
            () => ListFields.OfListAsync(arguments.List, context, cancellationToken),
            arguments.CustomFields?.Select(static f => (f.Field, f.Value)),
            cancellationToken
        );

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<FieldAssignment> fields)
    {
        writer.WriteStartArray();
        foreach ((CustomFieldInfo field, CustomFieldValue value) in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("id", field.Id);
            writer.WritePropertyName("value");
            value.Value.WriteTo(writer);
            if (value.Options is { } options)
            {
                writer.WritePropertyName("value_options");
                options.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
