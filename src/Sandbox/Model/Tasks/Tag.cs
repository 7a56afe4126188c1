namespace ClickUpMcp.Sandbox.Model;

/// <summary>A label of a space's tasks or of time entries; renaming it renames it wherever it is used.</summary>
internal sealed class Tag
{
    public required string Name { get; set; }

    public required string Foreground { get; set; }

    public required string Background { get; set; }

    public required long CreatorId { get; init; }
}
