using System.Text.Json;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A custom field's value in ClickUp's own terms.</summary>
/// <param name="Value">What goes into <c>value</c>.</param>
/// <param name="Options">What goes into <c>value_options</c>; null for most types.</param>
internal sealed record CustomFieldValue(JsonElement Value, JsonElement? Options = null);
