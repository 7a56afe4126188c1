namespace ClickUpMcp.Generators.Model;

/// <summary>A persona with its selectors already resolved to tool names, in catalogue order.</summary>
internal sealed record PersonaModel(string Name, string Description, EquatableArray<string> Tools);
