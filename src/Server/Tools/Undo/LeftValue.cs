namespace ClickUpMcp.Tools.Runtime;

/// <summary>A value that a change left, by which it is seen whether it was changed again since.</summary>
/// <param name="Path">Where the thing shows it.</param>
/// <param name="Text">What it showed, as <see cref="UndoText"/> has it.</param>
internal sealed record LeftValue(string Path, string Text);
