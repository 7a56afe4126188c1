namespace ClickUpMcp.Generators.Emit;

/// <summary>One emitted source file.</summary>
/// <param name="HintName">Stable and unique within the compilation.</param>
/// <param name="Source">The whole text, lines ended by <c>\n</c>.</param>
internal readonly record struct EmittedFile(string HintName, string Source);
