using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the names that a text may become: those that begin with it, have it in them, or are close to it.</summary>
internal static class NameCompletion
{
    // A mistyped word is one of few.
    private const int MostClose = 10;

    /// <summary>The things, best first; all of them where nothing was typed yet.</summary>
    public static IReadOnlyList<NamedThing> Find(IReadOnlyList<NamedThing> things, string text)
    {
        FoldedName sought = FoldedName.Of(text);
        if (sought.Plain.Length == 0)
        {
            return things;
        }

        List<NamedThing> found =
        [
            .. things
                .Select(thing => (Thing: thing, Rank: RankOf(thing, sought)))
                .Where(static ranked => ranked.Rank >= 0)
                .OrderBy(static ranked => ranked.Rank)
                .Select(static ranked => ranked.Thing),
        ];
        return found.Count > 0 ? found : [.. NameScore.Close(things, text, MostClose)];
    }

    private static int RankOf(NamedThing thing, FoldedName sought) =>
        thing.Folded.Plain.StartsWith(sought.Plain, StringComparison.Ordinal) || Begins(thing.Folded.Compact, sought)
            ? 0
        : thing.Folded.Words.Split(' ').Any(word => Begins(word, sought)) ? 1
        : thing.Folded.Plain.Contains(sought.Plain, StringComparison.Ordinal) ? 2
        : thing.Email is { } email && email.StartsWith(sought.Plain, StringComparison.OrdinalIgnoreCase) ? 3
        : -1;

    private static bool Begins(string name, FoldedName sought) =>
        sought.Compact.Length > 0 && name.StartsWith(sought.Compact, StringComparison.Ordinal);
}
