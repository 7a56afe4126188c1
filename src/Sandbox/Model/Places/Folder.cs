namespace ClickUpMcp.Sandbox.Model;

/// <summary>A folder; a hidden one stands behind each list that lies directly in a space.</summary>
internal sealed class Folder
{
    public required string Id { get; init; }

    public required Space Space { get; set; }

    public required string Name { get; set; }

    public required int OrderIndex { get; set; }

    public bool IsHidden { get; init; }

    /// <summary>Only shown: the workflow of a folder is its space's.</summary>
    public bool OverridesStatuses { get; set; }

    public bool IsArchived { get; set; }

    public bool IsPrivate { get; set; }

    public Folder? Parent { get; set; }
}
