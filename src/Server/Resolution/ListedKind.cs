namespace ClickUpMcp.Resolution;

/// <summary>A kind of thing whose names are found by listing all there are.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Ids">What its ids look like.</param>
/// <param name="Listings">The requests that list it, one for each kind of parent, most specific first.</param>
internal sealed record ListedKind(EntityKind Kind, IdForm Ids, params IReadOnlyList<Listing> Listings)
{
    /// <summary>The member that tells one from another, as in "board view".</summary>
    public string? Adjective { get; init; }

    /// <summary>The member that holds the things below a thing, when they are a tree.</summary>
    public string? Children { get; init; }

    /// <summary>The sign that people write before its names.</summary>
    public char? Sigil { get; init; }

    /// <summary>Things that always exist, whether ClickUp lists them or not.</summary>
    public IReadOnlyList<NamedThing> BuiltIn { get; init; } = [];

    /// <summary>Whether the text is an id beyond doubt, so that nothing need be asked.</summary>
    public bool IsId(string text) =>
        Ids switch
        {
            IdForm.View => EntityText.IsViewId(text),
            IdForm.Uuid => EntityText.IsUuid(text),
            IdForm.Template => EntityText.IsTemplateId(text),
            _ => EntityText.IsDigits(text),
        };

    /// <summary>Whether the text may be an id if it is not a name.</summary>
    public bool MayBeId(string text) => Ids == IdForm.View && EntityText.MayBeViewId(text);

    /// <summary>The text or name without the sign that people write before it.</summary>
    public string Bare(string name) => Sigil is { } sigil ? name.TrimStart(sigil).TrimStart() : name;
}
