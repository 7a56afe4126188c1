using System.Runtime.InteropServices;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Finds the closest names of a long list, as <see cref="NameScore"/> does of a short one.</summary>
/// <remarks>
/// Most words are in many names: each is compared once. A name as a whole is compared where its letters let it come before the worst that is kept.
/// It holds each word once, some 50 bytes for each thing and each word, and 4 for each word of a name.
/// </remarks>
internal sealed class CloseNames
{
    private readonly IReadOnlyList<NamedThing> _things;
    private readonly List<string> _words = [];
    private readonly List<ulong> _lettersOfWords = [];
    private readonly LetterCounts[] _letters;
    private readonly int[] _wordsOf;
    private readonly int[] _ends;

    // What a search counts with, for each word and each thing, is kept for the next one.
    private double[]? _similar;

    public CloseNames(IReadOnlyList<NamedThing> things)
    {
        _things = things;
        _ends = new int[things.Count];
        _letters = new LetterCounts[things.Count];
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
                    _lettersOfWords.Add(NameIndex.LettersOf(word).Letters);
                }

                wordsOf.Add(id);
            }

            _letters[i] = LetterCounts.Of(things[i].Folded.Compact);
            _ends[i] = wordsOf.Count;
        }

        _wordsOf = [.. wordsOf];
    }

    /// <summary>The closest things, best first.</summary>
    public IReadOnlyList<NamedThing> Find(string text, int count)
    {
        SoughtName sought = new(text);
        double[] similar = Interlocked.Exchange(ref _similar, null) ?? new double[_words.Count + _things.Count];
        Span<double> ofWords = similar.AsSpan(0, _words.Count);
        Span<double> ofThings = similar.AsSpan(_words.Count);
        ofThings.Clear();
        foreach (ComparedText part in sought.Parts)
        {
            Compare(part, ofWords);
            Add(part.Text.Length, ofWords, ofThings);
        }

        IReadOnlyList<NamedThing> closest = Choose(sought, ofThings, count);
        _similar = similar;
        return closest;
    }

    private void Compare(ComparedText part, Span<double> similar)
    {
        ulong letters = NameIndex.LettersOf(part.Text).Letters;
        for (int word = 0; word < similar.Length; word++)
        {
            similar[word] = (_lettersOfWords[word] & letters) == 0 ? 0 : part.SimilarityTo(_words[word]);
        }
    }

    private void Add(int letters, Span<double> ofWords, Span<double> ofThings)
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

    private IReadOnlyList<NamedThing> Choose(SoughtName sought, Span<double> ofThings, int count)
    {
        LetterCounts letters = LetterCounts.Of(sought.Compact);
        ClosestThings closest = new(count);
        for (int i = 0; i < ofThings.Length; i++)
        {
            double most = Math.Max(letters.MostSimilarTo(_letters[i]), sought.ScoreOfWords(ofThings[i]));
            if (closest.Takes(most, _things[i]))
            {
                closest.Add(sought.ScoreOf(_things[i].Folded, ofThings[i]), _things[i]);
            }
        }

        return closest.Things;
    }
}
