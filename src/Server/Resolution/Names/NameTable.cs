namespace ClickUpMcp.Resolution;

/// <summary>What a name is looked up in.</summary>
/// <param name="Things">All that there is.</param>
/// <param name="Place">Where that is, for errors, as in "in list Backlog"; empty when there is nothing to say.</param>
/// <param name="Next">What to do when the name is unknown; null for the usual advice.</param>
internal sealed record NameTable(IReadOnlyList<NamedThing> Things, string Place = "", string? Next = null);
