namespace ClickUpMcp.Tools.Runtime;

/// <summary>What was found out about a step before it is undone.</summary>
/// <param name="State">What it comes to.</param>
/// <param name="Reason">Why it is not undone; null when it is.</param>
internal readonly record struct UndoFinding(UndoState State, string? Reason = null);
