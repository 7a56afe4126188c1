namespace ClickUpMcp.Projection;

/// <summary>One result, written for whoever reads it.</summary>
/// <param name="Text">What a model reads.</param>
/// <param name="Structured">The same for programs; null unless structured content is asked for.</param>
internal sealed record RenderedResult(string Text, StructuredResult? Structured);
