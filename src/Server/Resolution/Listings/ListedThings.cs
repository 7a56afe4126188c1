namespace ClickUpMcp.Resolution;

/// <summary>The things that a search by name goes through.</summary>
/// <param name="Things">The things, in ClickUp's order; some have no name.</param>
/// <param name="IsComplete">Whether these are all; else further pages were not read.</param>
internal sealed record ListedThings(IReadOnlyList<NamedThing> Things, bool IsComplete);
