namespace ClickUpMcp.Generators.Spec;

/// <summary>What chooses a request: an argument that is given, or one that has this value.</summary>
/// <param name="Argument">The argument's name.</param>
/// <param name="Value">The value as JSON text; null when the argument need only be given.</param>
internal sealed record RequestCondition(string Argument, string? Value);
