using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The custom fields of one list, and what a task in it holds in them; reads values for them from people's words.</summary>
internal sealed class ListFields
{
    private readonly IReadOnlyList<CustomFieldInfo> _fields;
    private readonly ToolCallContext _context;
    private readonly JsonElement _task;

    private ListFields(IReadOnlyList<CustomFieldInfo> fields, ToolCallContext context, JsonElement task = default)
    {
        _fields = fields;
        _context = context;
        _task = task;
    }

    /// <summary>The fields of a list, inherited ones included.</summary>
    public static async ValueTask<ListFields> OfListAsync(
        ListId list,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => new(await context.Services.Directory.GetFieldsAsync(list, afterMiss: false, cancellationToken), context);

    /// <summary>The fields of a list in which a task is or will be.</summary>
    public static async ValueTask<ListFields> OfTaskAsync(
        JsonElement task,
        ListId list,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => new(await context.Services.Directory.GetFieldsAsync(list, afterMiss: false, cancellationToken), context, task);

    /// <summary>Reads several values, before anything is sent; what is wrong with any of them is told at once.</summary>
    /// <param name="load">Loads the fields, which is needed only for values.</param>
    /// <param name="given">Fields and values; null or none need nothing.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    public static async ValueTask<IReadOnlyList<FieldAssignment>> ReadAllAsync(
        Func<ValueTask<ListFields>> load,
        IEnumerable<(CustomFieldId Field, JsonElement Value)>? given,
        CancellationToken cancellationToken
    )
    {
        List<FieldAssignment> read = [];
        ListFields? fields = null;
        foreach ((CustomFieldId field, JsonElement value) in given ?? [])
        {
            fields ??= await load();
            if (field.Value.Length > 0 && await fields.TryReadAsync(field, value, cancellationToken) is { } assignment)
            {
                read.Add(assignment);
            }
        }

        fields?._context.Problems.Throw();
        return read;
    }

    private async ValueTask<FieldAssignment?> TryReadAsync(
        CustomFieldId field,
        JsonElement value,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ReadAsync(field, value, cancellationToken);
        }
        catch (ActionableException problem) when (problem.IsOfCaller)
        {
            _context.Problems.Add(problem);
            return null;
        }
    }

    /// <summary>Finds the field and turns the value into ClickUp's terms.</summary>
    /// <exception cref="ActionableException">The list lacks the field, or the value does not fit it.</exception>
    public async ValueTask<FieldAssignment> ReadAsync(
        CustomFieldId field,
        JsonElement value,
        CancellationToken cancellationToken
    )
    {
        CustomFieldInfo found =
            _fields.FirstOrDefault(f => f.Id == field.Value)
            ?? throw new ActionableException(
                "The task's list does not have this custom field.",
                "A field can be set only on tasks of lists that have it.",
                "Use a field of the list, or move the task.",
                [.. _fields.Take(NameErrors.MaxCandidates).Select(f => $"{f.Name} ({f.Type})")]
            );
        JsonElement held = _task.Items("custom_fields").FirstOrDefault(f => f.Text("id") == found.Id);
        return new FieldAssignment(
            found,
            await new CustomFieldValueReader(found, _context, held).ReadAsync(value, cancellationToken),
            held
        );
    }
}
