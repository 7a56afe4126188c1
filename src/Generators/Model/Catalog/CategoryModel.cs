namespace ClickUpMcp.Generators.Model;

/// <summary>A category of tools.</summary>
internal sealed record CategoryModel(string Name, string Title, string Description);
