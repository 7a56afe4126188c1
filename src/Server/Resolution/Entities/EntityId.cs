namespace ClickUpMcp.Resolution;

/// <summary>What a look-up gives: the id of a thing of some kind (for a status: its exact name).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Value">The id to send.</param>
/// <param name="CustomIdWorkspace">For a custom task id such as <c>DEV-123</c>: the id of the workspace in which it is one.</param>
internal readonly record struct EntityId(EntityKind Kind, string Value, string? CustomIdWorkspace = null)
{
    /// <summary>Whether the look-up failed; the call ends with all its problems before this is sent.</summary>
    public bool IsUnresolved => Value.Length == 0;

    /// <summary>Stands for what was not found until all names of the call were looked up.</summary>
    public static EntityId Unresolved(EntityKind kind) => new(kind, string.Empty);
}
