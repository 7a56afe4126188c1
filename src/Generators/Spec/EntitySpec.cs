namespace ClickUpMcp.Generators.Spec;

/// <summary>An entity of the root: its kind (a member of the runtime's EntityKind) and how its ids go on the wire.</summary>
internal sealed record EntitySpec(string Kind, bool IdIsNumber);
