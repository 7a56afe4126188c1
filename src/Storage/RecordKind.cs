namespace ClickUpMcp.Storage;

/// <summary>A kind of thing that is kept: what for, and for how long at most.</summary>
/// <param name="Name">The kind's name in every store: lower case letters and hyphens.</param>
/// <param name="Purpose">What it is kept for, as a sentence of the page about privacy.</param>
/// <param name="LongestLife">How long a record is kept at most after it was last written; none is kept for ever.</param>
public sealed record RecordKind(string Name, string Purpose, TimeSpan LongestLife);
