namespace ClickUpMcp.Generators.Spec;

/// <summary>A reusable group of arguments.</summary>
/// <param name="Arguments">The arguments in order.</param>
/// <param name="HasErrors">Whether one of them is broken; tools that use the set are then stubs.</param>
internal sealed record ArgumentSet(IReadOnlyList<ArgumentEntry> Arguments, bool HasErrors);
