namespace ClickUpMcp.Generators.Model;

/// <summary>The sum that stands beside a list: the field that is summed, and those by whose values it is divided.</summary>
internal sealed record TotalModel(string Field, EquatableArray<string> By);
