using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The custom fields of a task that is to have another home list: those that the list has by another id get their values there, others stay behind.</summary>
/// <param name="Mapped">The values for the fields of the new list.</param>
/// <param name="Left">The names of fields that the new list lacks.</param>
internal sealed record MovedFields(IReadOnlyList<FieldAssignment> Mapped, IReadOnlyList<string> Left)
{
    /// <summary>Compares the fields that hold something with those of the list.</summary>
    /// <param name="task">The task.</param>
    /// <param name="list">The new list as ClickUp shows it.</param>
    /// <param name="move">The move.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public static async ValueTask<MovedFields> FindAsync(
        JsonElement task,
        JsonElement list,
        TaskMove move,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement[] filled = [.. FieldCopy.Filled(task).Where(field => !IsCarried(field, move))];
        if (filled.Length == 0)
        {
            return new MovedFields([], []);
        }

        CopyPlace place = CopyPlace.InWorkspace(
            move.List,
            list,
            await context.Services.Directory.GetFieldsAsync(move.List, afterMiss: false, cancellationToken)
        );
        CopiedValue values = new(place, await context.Services.GetZonesAsync(cancellationToken));
        List<FieldAssignment> mapped = [];
        List<string> left = [];
        foreach (JsonElement field in filled)
        {
            CustomFieldInfo? target = place.FieldFor(field);
            if (target?.Id == field.Text("id"))
            {
                continue;
            }

            // Who wants nothing carried over gets nothing.
            if (move.MoveCustomFields != false && target is not null && values.Read(field, target).Value is { } value)
            {
                mapped.Add(new FieldAssignment(target, value, default));
            }
            else
            {
                left.Add(TaskReading.Name(field));
            }
        }

        return new MovedFields(mapped, left);
    }

    private static bool IsCarried(JsonElement field, TaskMove move) =>
        move.CustomFields is { Count: > 0 } some
            ? some.Any(carried => carried.Value == field.Text("id"))
            : move.MoveCustomFields == true;
}
