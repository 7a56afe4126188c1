using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A custom field with the value that it is to get.</summary>
internal sealed record FieldAssignment(CustomFieldInfo Field, CustomFieldValue Value)
{
    /// <summary>Whether the task has a value afterwards: buttons keep none, and removing people may leave nobody.</summary>
    public bool LeavesValue =>
        Field.Type != "button"
        && (Value.Value.ValueKind != JsonValueKind.Object || !Value.Value.TryGetProperty("rem", out _));

    /// <summary>The request that sets it on a task that exists.</summary>
    public ClickUpRequest RequestFor(TaskId task) =>
        ClickUpOperations.SetFieldValue(task, Field.Id, Value.Value, valueOptions: Value.Options);
}
