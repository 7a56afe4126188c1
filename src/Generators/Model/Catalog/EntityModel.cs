using ClickUpMcp.Resolution;

namespace ClickUpMcp.Generators.Model;

/// <summary>A kind of thing that a caller may name instead of giving an id.</summary>
internal sealed record EntityModel
{
    /// <summary>Its name in the spec.</summary>
    public string Name { get; init; } = "";

    /// <summary>The member of the emitted EntityKind.</summary>
    public string Kind => CSharpNames.Pascal(Name);

    /// <summary>What one is called in a sentence.</summary>
    public string Noun { get; init; } = "";

    /// <summary>What several are called.</summary>
    public string Plural { get; init; } = "";

    /// <summary>Whether JSON bodies write its ids as numbers.</summary>
    public bool IdIsNumber { get; init; }

    /// <summary>The member of the runtime's NameResolution that finds it.</summary>
    public string Resolver { get; init; } = nameof(NameResolution.None);

    /// <summary>The listing by which it is found; null when a resolver of its own finds it.</summary>
    public ListingModel? Listing { get; init; }
}
