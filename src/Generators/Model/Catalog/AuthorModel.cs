namespace ClickUpMcp.Generators.Model;

/// <summary>Where a raw thing shows who wrote it, and which of its texts they wrote.</summary>
internal sealed record AuthorModel(
    EquatableArray<string> By,
    EquatableArray<string> Names,
    EquatableArray<string> Texts
);
