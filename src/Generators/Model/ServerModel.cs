namespace ClickUpMcp.Generators.Model;

/// <summary>What the server says about itself.</summary>
internal sealed record ServerModel(string Name, string Title, string Instructions);
