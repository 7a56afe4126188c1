using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>An entity of the root.</summary>
/// <param name="Model">What is known of it without the tools.</param>
/// <param name="Listing">Its listing as written, to be read once all tools are known; null when it has none.</param>
internal sealed record EntitySpec(EntityModel Model, SpecObject? Listing)
{
    /// <summary>The entity in which everything lies, so that a look-up need not name it.</summary>
    public const string Workspace = "workspace";

    /// <summary>Whether it is listed only in things that are found through it.</summary>
    public bool IsCircular { get; init; }

    public string Kind => Model.Kind;

    public bool IdIsNumber => Model.IdIsNumber;

    /// <summary>The entities in which it is listed, as written.</summary>
    public IReadOnlyList<string> Places =>
        Listing?.Find("in") is { Kind: JsonKind.Array } places
            ? [.. places.Items.Where(p => p.Kind == JsonKind.String).Select(p => p.Text)]
            : [Workspace];

    /// <summary>Whether its names can be looked up without naming what they lie in.</summary>
    public bool IsFoundAnywhere => IsCircular || Listing is null || Places.Contains(Workspace);
}
