using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>How close a name comes to what was asked for; orders the candidates of an error.</summary>
internal static class NameScore
{
    private const int LeastContained = 3;
    private const double Contained = 0.8;
    private const double LeastClose = 0.6;
    private const double OfWords = 0.95;

    /// <summary>The closest things, best first.</summary>
    public static IEnumerable<NamedThing> Closest(IReadOnlyList<NamedThing> things, string text, int count)
    {
        FoldedName sought = FoldedName.Of(text);
        return things
            .Select(thing => (Thing: thing, Score: Of(thing, sought, text)))
            .OrderByDescending(static scored => scored.Score)
            .ThenBy(static scored => scored.Thing.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(static scored => scored.Thing);
    }

    /// <summary>The things whose names may be what was meant, best first.</summary>
    public static IEnumerable<NamedThing> Close(IReadOnlyList<NamedThing> things, string text, int count)
    {
        FoldedName sought = FoldedName.Of(text);
        return Closest(things, text, count).TakeWhile(thing => Of(thing, sought, text) >= LeastClose);
    }

    private static double Of(NamedThing thing, FoldedName sought, string text)
    {
        double score = Math.Max(Similarity(thing.Folded.Compact, sought.Compact), OfContent(thing.Folded, sought));
        score = Math.Max(score, OfWords * WordScore(thing.Folded.Words, sought.Words));
        return thing.Email is { } email
            ? Math.Max(score, Similarity(email.ToUpperInvariant(), text.ToUpperInvariant()))
            : score;
    }

    private static double OfContent(FoldedName name, FoldedName sought)
    {
        (string longer, string shorter) =
            name.Compact.Length > sought.Compact.Length
                ? (name.Compact, sought.Compact)
                : (sought.Compact, name.Compact);
        return shorter.Length >= LeastContained && longer.Contains(shorter, StringComparison.Ordinal)
            ? Contained + ((1 - Contained) * shorter.Length / longer.Length)
            : 0;
    }

    // Each word that was asked for counts with the word that is closest to it; long words count more.
    private static double WordScore(string name, string sought)
    {
        if (name.Length == 0 || sought.Length == 0)
        {
            return 0;
        }

        string[] words = name.Split(' ');
        double sum = 0;
        int letters = 0;
        foreach (string part in sought.Split(' '))
        {
            sum += part.Length * words.Max(word => Similarity(word, part));
            letters += part.Length;
        }

        return sum / letters;
    }

    private static double Similarity(string a, string b)
    {
        int longest = Math.Min(EditDistance.MaxLength, Math.Max(a.Length, b.Length));
        return longest == 0 ? 0 : 1 - ((double)EditDistance.Between(a, b) / longest);
    }
}
