namespace ClickUpMcp.Generators.Model;

/// <summary>A kind of thing that has ids; <paramref name="Kind"/> is a member of the runtime's EntityKind.</summary>
internal sealed record EntityModel(string Kind);
