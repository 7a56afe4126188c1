namespace ClickUpMcp.Generators.Model;

/// <summary>What a body says when an argument is to be emptied, where that is not null.</summary>
/// <param name="Member">The member that says it; null for the one that the argument is bound to.</param>
/// <param name="Json">The value as JSON text.</param>
internal sealed record ClearedModel(string? Member, string Json);
