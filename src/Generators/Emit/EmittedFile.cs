namespace ClickUpMcp.Generators.Emit;

/// <summary>One emitted C# file.</summary>
internal readonly record struct EmittedFile(string HintName, string Source);
