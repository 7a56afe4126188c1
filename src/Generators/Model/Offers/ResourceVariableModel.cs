namespace ClickUpMcp.Generators.Model;

/// <summary>A variable of a template of URIs.</summary>
/// <param name="Name">Its name, which is the argument's.</param>
/// <param name="Kind">Member of EntityKind that it names one of; null for other text.</param>
internal sealed record ResourceVariableModel(string Name, string? Kind);
