namespace ClickUpMcp.Projection;

/// <summary>A rendered result: its text and its structured content.</summary>
/// <param name="Text">What a model reads.</param>
/// <param name="Structured">The same for programs; null unless structured content is asked for.</param>
internal sealed record RenderedResult(string Text, StructuredResult? Structured);
