namespace ClickUpMcp.Sandbox.Model;

/// <summary>One choice of a drop-down or labels field.</summary>
internal sealed record FieldOption(string Id, string Name, string Color, int OrderIndex);
