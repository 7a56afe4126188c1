using ClickUpMcp.Projection;

namespace ClickUpMcp.Resolution;

/// <summary>A kind of thing whose names are found by listing all there are, as the spec states it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Ids">What its ids look like.</param>
internal sealed record ListedKind(EntityKind Kind, IdForm Ids)
{
    /// <summary>The requests that list it, one for each kind of parent, most specific first.</summary>
    public required IReadOnlyList<Listing> Listings { get; init; }

    /// <summary>Paths to the things in a response; what is mapped over on the way is a named group around them.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>How a long list is paged; null when everything comes at once.</summary>
    public PaginationDefinition? Pagination { get; init; }

    /// <summary>The member that tells one from another, as in "board view".</summary>
    public string? Adjective { get; init; }

    /// <summary>The member that holds the things below a thing; empty when they are no tree.</summary>
    public string Children { get; init; } = string.Empty;

    /// <summary>The signs that people write before its names.</summary>
    public string? Sigil { get; init; }

    /// <summary>Things that always exist, whether they are listed or not.</summary>
    public IReadOnlyList<NamedThing> BuiltIn { get; init; } = [];

    /// <summary>Whether the text is an id beyond doubt, so that nothing need be asked.</summary>
    public bool IsId(string text) =>
        Ids switch
        {
            IdForm.View => EntityText.IsViewId(text),
            IdForm.Uuid => EntityText.IsUuid(text),
            IdForm.Template => EntityText.IsTemplateId(text),
            IdForm.Name => false,
            _ => EntityText.IsDigits(text),
        };

    /// <summary>Whether the text may be an id if it is not a name.</summary>
    public bool MayBeId(string text) => Ids == IdForm.View && EntityText.MayBeViewId(text);

    /// <summary>The text or name without the signs that people write before it.</summary>
    public string Bare(string name) => name.AsSpan().TrimStart(Sigil).TrimStart().ToString();
}
