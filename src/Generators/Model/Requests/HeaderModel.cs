namespace ClickUpMcp.Generators.Model;

/// <summary>One constant header of a request.</summary>
internal sealed record HeaderModel(string Name, string Value);
