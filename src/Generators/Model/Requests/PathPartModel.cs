namespace ClickUpMcp.Generators.Model;

/// <summary>Part of a path: exactly one of the two is set.</summary>
internal sealed record PathPartModel(string? Literal, BindingModel? Binding);
