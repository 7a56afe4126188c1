namespace ClickUpMcp.Sandbox.Model;

/// <summary>A folder that a template creates.</summary>
internal sealed record FolderBlueprint(IReadOnlyList<ListBlueprint> Lists);
