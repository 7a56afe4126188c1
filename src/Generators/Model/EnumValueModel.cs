namespace ClickUpMcp.Generators.Model;

/// <summary>One value of an enum: what callers write, and the JSON text that goes on the wire.</summary>
internal sealed record EnumValueModel(string Label, string WireJson);
