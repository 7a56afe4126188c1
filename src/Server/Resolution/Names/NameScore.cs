namespace ClickUpMcp.Resolution;

/// <summary>Orders things by how close their names come to what was asked for.</summary>
internal static class NameScore
{
    private const double LeastClose = 0.6;

    /// <summary>The closest things, best first.</summary>
    public static IEnumerable<NamedThing> Closest(IReadOnlyList<NamedThing> things, string text, int count) =>
        Ranked(things, text, count).Things;

    /// <summary>The things whose names may be what was meant, best first.</summary>
    public static IEnumerable<NamedThing> Close(IReadOnlyList<NamedThing> things, string text, int count) =>
        Ranked(things, text, count).ThingsFrom(LeastClose);

    private static ClosestThings Ranked(IReadOnlyList<NamedThing> things, string text, int count)
    {
        SoughtName sought = new(text);
        ClosestThings closest = new(count);
        foreach (NamedThing thing in things)
        {
            closest.Add(sought.ScoreOf(thing), thing);
        }

        return closest;
    }
}
