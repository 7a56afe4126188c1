namespace ClickUpMcp.Sandbox.Model;

/// <summary>An emoji that a person put on a message.</summary>
internal sealed record Reaction(string Name, Member Author, long Date);
