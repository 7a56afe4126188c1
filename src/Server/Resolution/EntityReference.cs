namespace ClickUpMcp.Resolution;

/// <summary>A ClickUp thing as the caller named it (id, custom id or name), and the id it turned out to be.</summary>
internal sealed class EntityReference(EntityKind kind, string text)
{
    /// <summary>What kind of thing is meant.</summary>
    public EntityKind Kind { get; } = kind;

    /// <summary>The caller's words.</summary>
    public string Text { get; } = text;

    /// <summary>The id (for a status: its exact name) to send; null until resolved.</summary>
    public string? Id { get; private set; }

    /// <summary>Whether <see cref="Id"/> is a custom task id such as <c>DEV-123</c>.</summary>
    public bool IsCustomId { get; private set; }

    /// <summary>Makes a reference whose id is already known.</summary>
    public static EntityReference ForId(EntityKind kind, string id)
    {
        EntityReference reference = new(kind, id);
        reference.Resolve(id);
        return reference;
    }

    /// <summary>Records the id.</summary>
    public void Resolve(string id, bool isCustomId = false)
    {
        Id = id;
        IsCustomId = isCustomId;
    }
}
