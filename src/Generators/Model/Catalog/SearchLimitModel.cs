namespace ClickUpMcp.Generators.Model;

/// <summary>Something people look for that no tool can do.</summary>
internal sealed record SearchLimitModel(string Wish, string Reason, EquatableArray<string> Keywords);
