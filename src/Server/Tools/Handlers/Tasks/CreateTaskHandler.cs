using System.Text.Json;
using ClickUpMcp.Api;
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
        ListId list = arguments.Parent is { } parent
            ? await ParentPlace.FindAsync(parent, arguments.List, context, cancellationToken)
            : arguments.List!.Value;
        IReadOnlyList<FieldAssignment> fields = await ReadFieldsAsync(list, arguments, context, cancellationToken);
        JsonElement? values = fields.Count == 0 ? null : BuiltJson.Of(writer => Write(writer, fields));
        JsonElement task = await context.SendAsync(arguments.PostTask(list, values), cancellationToken);
        TaskReadBack made = new(task, await context.Services.GetZonesAsync(cancellationToken));
        made.ExpectFields(fields);
        return HandlerResult.OfItem(task, made.Notes);
    }

    public async ValueTask CheckAsync(
        ResolvedCreateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (arguments.List is { Value.Length: > 0 } list)
        {
            await ReadFieldsAsync(list, arguments, context, cancellationToken);
        }
    }

    private static ValueTask<IReadOnlyList<FieldAssignment>> ReadFieldsAsync(
        ListId list,
        ResolvedCreateTask arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) =>
        ListFields.ReadAllAsync(
            () => ListFields.OfListAsync(list, context, cancellationToken),
            arguments.CustomFields?.Select(static f => (f.Field, f.Value)),
            cancellationToken
        );

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<FieldAssignment> fields)
    {
        writer.WriteStartArray();
        foreach (FieldAssignment set in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("id", set.Field.Id);
            writer.WritePropertyName("value");
            set.Sent.WriteTo(writer);
            if (set.Value.Options is { } options)
            {
                writer.WritePropertyName("value_options");
                options.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
