namespace ClickUpMcp.Resolution;

/// <summary>The things whose names came closest so far: those that are as close go by their names, and those of one name by which came first.</summary>
/// <param name="count">How many are kept.</param>
internal sealed class ClosestThings(int count)
{
    private readonly List<(double Score, NamedThing Thing)> _best = new(count + 1);

    /// <summary>Best first.</summary>
    public IReadOnlyList<NamedThing> Things => ThingsFrom(0);

    /// <summary>Those that have at least this score, best first.</summary>
    public IReadOnlyList<NamedThing> ThingsFrom(double least) =>
        [.. _best.TakeWhile(scored => scored.Score >= least).Select(static scored => scored.Thing)];

    /// <summary>Whether a thing with this score is kept.</summary>
    public bool Takes(double score, NamedThing thing) => _best.Count < count || IsBefore(score, thing, _best[^1]);

    /// <summary>Keeps a thing where it is one of the best.</summary>
    public void Add(double score, NamedThing thing)
    {
        if (!Takes(score, thing))
        {
            return;
        }

        int at = _best.Count;
        while (at > 0 && IsBefore(score, thing, _best[at - 1]))
        {
            at--;
        }

        _best.Insert(at, (score, thing));
        if (_best.Count > count)
        {
            _best.RemoveAt(count);
        }
    }

    private static bool IsBefore(double score, NamedThing thing, (double Score, NamedThing Thing) other) =>
        score > other.Score || (score >= other.Score && string.CompareOrdinal(thing.Name, other.Thing.Name) < 0);
}
