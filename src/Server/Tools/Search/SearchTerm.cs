namespace ClickUpMcp.Tools.Search;

/// <summary>A word or phrase of a text.</summary>
/// <param name="Start">The index of its first word.</param>
/// <param name="Length">How many words it has.</param>
/// <param name="Tokens">What it may match: its own id when it is one known word, and the groups of its meanings.</param>
internal readonly record struct SearchTerm(int Start, int Length, int[] Tokens);
