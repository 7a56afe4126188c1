namespace ClickUpMcp.Generators.Model;

/// <summary>A client that passes on only so much of a result.</summary>
internal sealed record KnownClientModel(string Name, int ResultBytes);
