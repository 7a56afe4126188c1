using System.Text.Json;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A custom field's value in ClickUp's own terms.</summary>
/// <param name="Value">What goes into <c>value</c> of a field that is empty.</param>
/// <param name="Options">What goes into <c>value_options</c>; null for most types.</param>
internal sealed record CustomFieldValue(JsonElement Value, JsonElement? Options = null)
{
    /// <summary>For fields that hold several things by id: what is to be in and out; null for all other types.</summary>
    public FieldChange? Change { get; init; }

    /// <summary>Whether the caller wrote what the field shows already.</summary>
    public bool IsHeld { get; init; }
}
