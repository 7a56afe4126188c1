namespace ClickUpMcp.Resolution;

/// <summary>A ClickUp thing as the caller named it: by id, custom id or name.</summary>
internal sealed class EntityReference(EntityKind kind, string text)
{
    /// <summary>What kind of thing is meant.</summary>
    public EntityKind Kind { get; } = kind;

    /// <summary>The caller's words.</summary>
    public string Text { get; } = text;
}
