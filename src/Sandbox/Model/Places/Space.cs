namespace ClickUpMcp.Sandbox.Model;

/// <summary>A space with its workflow, its switched-on features and its tags.</summary>
internal sealed class Space
{
    public required string Id { get; init; }

    public required Workspace Workspace { get; init; }

    public required string Name { get; set; }

    public required List<Status> Statuses { get; init; }

    public string? Color { get; set; }

    public bool IsPrivate { get; set; }

    public bool IsArchived { get; set; }

    public bool AdminCanManage { get; set; }

    public bool MultipleAssignees { get; set; } = true;

    public SpaceFeatures Features { get; init; } = new();

    public List<Tag> Tags { get; } = [];

    /// <summary>Prefix of custom task ids, for example DEV; null where the space has none.</summary>
    public string? CustomIdPrefix { get; init; }

    public int LastCustomNumber { get; set; }

    public Tag? FindTag(string name) =>
        Tags.Find(tag => string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase));
}
