namespace ClickUpMcp.Generators.Model;

/// <summary>One query parameter; a list value repeats it.</summary>
internal sealed record QueryModel(string Name, BindingModel Value);
