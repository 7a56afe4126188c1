namespace ClickUpMcp.Generators.Model;

/// <summary>A thing that exists everywhere.</summary>
internal sealed record BuiltInModel(string Id, string Name);
