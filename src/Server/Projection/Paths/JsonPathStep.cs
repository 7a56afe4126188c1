namespace ClickUpMcp.Projection;

/// <summary>A part of a path: names to follow one after the other, and what the value at their end is mapped over.</summary>
/// <param name="Names">The names of members, in UTF-8.</param>
/// <param name="Mapping">What follows them; more steps follow only a mapping.</param>
internal sealed record JsonPathStep(byte[][] Names, JsonPathMapping Mapping);
