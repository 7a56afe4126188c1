namespace ClickUpMcp.Generators.Model;

/// <summary>An argument of a prompt.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What to give.</param>
/// <param name="Kinds">Members of EntityKind that it names one of; none for other text.</param>
/// <param name="Values">All that it may be; empty for any text.</param>
/// <param name="Default">What stands in the text when it is left out; null when it must be given.</param>
internal sealed record PromptArgumentModel(
    string Name,
    string Description,
    EquatableArray<string> Kinds,
    EquatableArray<string> Values,
    string? Default
);
