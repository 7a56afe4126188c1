namespace ClickUpMcp.Generators.Model;

/// <summary>Something that a list does not show unless it is asked to.</summary>
/// <param name="What">What it is, as in "closed tasks".</param>
/// <param name="Argument">The argument that shows it; empty when none does.</param>
/// <param name="By">How else to have it; empty when the argument says it.</param>
/// <param name="Unless">Further arguments with which nothing of it is left out.</param>
/// <param name="When">Arguments of which one must be given for something to be left out; nothing means always.</param>
internal sealed record LeftOutModel(
    string What,
    string Argument,
    string By,
    EquatableArray<string> Unless,
    EquatableArray<string> When
);
