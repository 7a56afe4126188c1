namespace ClickUpMcp.Resolution;

/// <summary>What a name is looked up in.</summary>
/// <param name="Things">All that there is.</param>
/// <param name="Place">Where that is, for errors, as in "in list Backlog"; empty when there is nothing to say.</param>
/// <param name="Next">What to do when the name is unknown; null for the usual advice.</param>
internal sealed record NameTable(IReadOnlyList<NamedThing> Things, string Place = "", string? Next = null)
{
    /// <summary>Whether there may be more, so that a part of a name cannot be known to mean one thing.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What finds them quickly; null for a short list.</summary>
    public NameIndex? Index { get; init; }

    /// <summary>The same table in which an id is found, too: it is the only one left when it is one.</summary>
    public NameTable WithId(string text) =>
        (Index is null ? Things.FirstOrDefault(thing => thing.Id == text) : Index.WithId(text)) is { } known
            ? this with
            {
                Things = [new NamedThing(known.Id, known.Id, known.Where, known.Ancestors)],
                Index = null,
            }
            : this;

    /// <summary>What a name means here.</summary>
    public NameMatches Find(string text, MatchQuality worst) =>
        NameMatcher.Find(Index?.MayMean(text) ?? Things, text, worst);

    /// <summary>The things that come closest to a name, best first.</summary>
    public IEnumerable<NamedThing> Closest(string text, int count) =>
        Index?.Closest(text, count) ?? NameScore.Closest(Things, text, count);
}
