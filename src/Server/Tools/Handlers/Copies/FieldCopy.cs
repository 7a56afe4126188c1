using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds for the custom fields that a task shows those of the list that its copy goes to, and reads their values for them.</summary>
/// <param name="place">The list.</param>
/// <param name="zones">The zones of dates.</param>
/// <param name="report">Takes what is not copied.</param>
internal sealed class FieldCopy(CopyPlace place, DateZones zones, CopyReport report)
{
    private readonly CopiedValue _values = new(place, zones);

    /// <summary>The custom fields of a task that hold something.</summary>
    public static IEnumerable<JsonElement> Filled(JsonElement task) =>
        task.Items("custom_fields").Where(static field => HasValue(field.Member("value")));

    /// <summary>The values of a task's fields that its copy can have.</summary>
    public IReadOnlyList<FieldAssignment> Of(TaskNode node) =>
        [.. Filled(node.Task).Select(field => Assign(field, node)).OfType<FieldAssignment>()];

    private FieldAssignment? Assign(JsonElement field, TaskNode node)
    {
        string what = $"custom field {TaskReading.Name(field)}";
        if (place.FieldFor(field) is not { } target)
        {
            report.Lost(what, $"list {place.Name} has none of this id, nor of this name and type", node.Name);
            return null;
        }

        (CustomFieldValue? value, string? why) = _values.Read(field, target);
        if (why is not null)
        {
            report.Lost(what, why, node.Name);
        }

        return value is null ? null : new FieldAssignment(target, value, default);
    }

    private static bool HasValue(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => false,
            JsonValueKind.String => value.Text() is not null,
            JsonValueKind.Array => value.GetArrayLength() > 0,
            JsonValueKind.Object => value.EnumerateObject().Any(),
            _ => true,
        };
}
