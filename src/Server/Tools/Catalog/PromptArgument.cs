using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>An argument of a prompt; its value is text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What to give.</param>
/// <param name="Kinds">The kinds of things of which it names one; empty for other text.</param>
/// <param name="Values">All that it may be; empty for any text.</param>
/// <param name="Default">What stands in the text when it is left out; null when it must be given.</param>
internal sealed record PromptArgument(
    string Name,
    string Description,
    EntityKind[] Kinds,
    string[] Values,
    string? Default
);
