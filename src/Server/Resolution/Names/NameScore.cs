namespace ClickUpMcp.Resolution;

/// <summary>Orders things by how close their names come to what was asked for.</summary>
internal static class NameScore
{
    private const double LeastClose = 0.6;

    /// <summary>The closest things, best first.</summary>
    public static IEnumerable<NamedThing> Closest(IReadOnlyList<NamedThing> things, string text, int count) =>
        Ranked(things, text, count).Select(static scored => scored.Thing);

    /// <summary>The things whose names may be what was meant, best first.</summary>
    public static IEnumerable<NamedThing> Close(IReadOnlyList<NamedThing> things, string text, int count) =>
        Ranked(things, text, count)
            .TakeWhile(static scored => scored.Score >= LeastClose)
            .Select(static scored => scored.Thing);

    private static IEnumerable<(NamedThing Thing, double Score)> Ranked(
        IReadOnlyList<NamedThing> things,
        string text,
        int count
    )
    {
        SoughtName sought = new(text);
        return things
            .Select(thing => (Thing: thing, Score: sought.ScoreOf(thing)))
            .OrderByDescending(static scored => scored.Score)
            .ThenBy(static scored => scored.Thing.Name, StringComparer.Ordinal)
            .Take(count);
    }
}
