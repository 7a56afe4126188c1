using System.Runtime.InteropServices;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the closest names of a long list, as <see cref="NameScore"/> does of a short one.</summary>
/// <remarks>Most words are in many names: each is compared once. It holds each word once, 12 bytes for each thing, and 4
/// for each of its words.</remarks>
internal sealed class CloseNames
{
    private readonly IReadOnlyList<NamedThing> _things;
    private readonly List<string> _words = [];
    private readonly int[] _wordsOf;
    private readonly int[] _ends;

    public CloseNames(IReadOnlyList<NamedThing> things)
    {
        _things = things;
        _ends = new int[things.Count];
        List<int> wordsOf = [];
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        for (int i = 0; i < things.Count; i++)
        {
            foreach (string word in things[i].Folded.Words.Split(' '))
            {
                ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(known, word, out bool isKnown);
                if (!isKnown)
                {
                    id = _words.Count;
                    _words.Add(word);
                }

                wordsOf.Add(id);
            }

            _ends[i] = wordsOf.Count;
        }

        _wordsOf = [.. wordsOf];
    }

    /// <summary>The closest things, best first.</summary>
    public IReadOnlyList<NamedThing> Find(string text, int count)
    {
        SoughtName sought = new(text);
        double[] ofWords = new double[_words.Count];
        double[] ofThings = new double[_things.Count];
        foreach (ComparedText part in sought.Parts)
        {
            Compare(part, ofWords);
            Add(part.Text.Length, ofWords, ofThings);
        }

        List<(double Score, NamedThing Thing)> best = new(count + 1);
        for (int i = 0; i < ofThings.Length; i++)
        {
            Keep(best, count, sought.ScoreOf(_things[i].Folded, ofThings[i]), _things[i]);
        }

        return [.. best.Select(static scored => scored.Thing)];
    }

    private void Compare(ComparedText part, double[] similar)
    {
        for (int word = 0; word < similar.Length; word++)
        {
            similar[word] = part.SimilarityTo(_words[word]);
        }
    }

    private void Add(int letters, double[] ofWords, double[] ofThings)
    {
        int at = 0;
        for (int i = 0; i < ofThings.Length; i++)
        {
            double most = 0;
            for (; at < _ends[i]; at++)
            {
                most = Math.Max(most, ofWords[_wordsOf[at]]);
            }

            ofThings[i] += letters * most;
        }
    }

    // Of those that are as close the first by name, and of one name the first.
    private static void Keep(List<(double Score, NamedThing Thing)> best, int count, double score, NamedThing thing)
    {
        int at = best.Count;
        while (at > 0 && IsBefore(score, thing, best[at - 1]))
        {
            at--;
        }

        if (at < count)
        {
            best.Insert(at, (score, thing));
            best.RemoveRange(Math.Min(best.Count, count), Math.Max(0, best.Count - count));
        }
    }

    private static bool IsBefore(double score, NamedThing thing, (double Score, NamedThing Thing) other) =>
        score > other.Score
        || (score >= other.Score && string.CompareOrdinal(thing.Name, other.Thing.Name) < 0);
}
