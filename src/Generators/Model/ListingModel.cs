namespace ClickUpMcp.Generators.Model;

/// <summary>How things of a kind are listed, so that one is found by its name.</summary>
internal sealed record ListingModel
{
    /// <summary>The entry whose requests list them: its name, arguments and requests.</summary>
    public ToolModel Operation { get; init; } = new();

    /// <summary>In what they are listed, most specific first.</summary>
    public EquatableArray<ListingPlaceModel> Places { get; init; }

    /// <summary>Values of the entry's arguments that every look-up gives, as JSON.</summary>
    public EquatableArray<ListingArgumentModel> Arguments { get; init; }

    /// <summary>Paths to the things; what is mapped over is a named group around them.</summary>
    public EquatableArray<string> Items { get; init; }

    /// <summary>The member that holds the things below a thing; empty when they are no tree.</summary>
    public string Children { get; init; } = "";

    public PaginationModel? Pagination { get; init; }

    /// <summary>The member of the runtime's IdForm.</summary>
    public string IdForm { get; init; } = "";

    /// <summary>The member that tells one from another of the same name.</summary>
    public string? Adjective { get; init; }

    /// <summary>The signs that people write before names.</summary>
    public string? Sigil { get; init; }

    /// <summary>Things that always exist, listed or not.</summary>
    public EquatableArray<BuiltInModel> BuiltIn { get; init; }
}
