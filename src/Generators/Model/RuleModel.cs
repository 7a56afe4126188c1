namespace ClickUpMcp.Generators.Model;

/// <summary>One rule across arguments.</summary>
internal sealed record RuleModel(RuleKind Kind, EquatableArray<string> Arguments);
