using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The item of a bulk call in which another is made.</summary>
/// <param name="Item">That item.</param>
/// <param name="Nested">How what it holds is made.</param>
/// <param name="Tool">The tool that makes it.</param>
/// <param name="General">What it has in common with the item.</param>
internal sealed record BulkParent(BulkItem Item, BulkNested Nested, ClickUpTool Tool, JsonElement General)
{
    /// <summary>The one before it, after which it is made: ClickUp shows lines, pages and subtasks in the order in which they came.</summary>
    public BulkItem? After { get; init; }
}
