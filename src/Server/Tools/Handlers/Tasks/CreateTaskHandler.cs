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
        JsonElement? values = fields.Count == 0 ? null : FieldAssignment.ToJson(fields);
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
}
