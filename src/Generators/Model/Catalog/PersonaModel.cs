namespace ClickUpMcp.Generators.Model;

/// <summary>A persona with its selectors already resolved to tool names, in catalogue order.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Who it is for.</param>
/// <param name="Tools">The tools it lists.</param>
/// <param name="Reach">The tools that may be called: the listed ones, and those it reaches without listing them.</param>
internal sealed record PersonaModel(
    string Name,
    string Description,
    EquatableArray<string> Tools,
    EquatableArray<string> Reach
);
