using System.Runtime.InteropServices;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Search;

/// <summary>All words that tools, synonyms and intents know, as numbers; written while an index is built, then only read.</summary>
/// <remarks>A word's token is positive, a synonym group's negative, and 0 is a word that nothing knows.</remarks>
internal sealed class SearchVocabulary
{
    public const int Unknown = 0;

    // Of words this short, another one with an edit is mostly another word.
    private const int ShortestCorrected = 4;
    private const int ShortestWithTwoEdits = 8;

    private readonly List<string> _words = [string.Empty];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    // Mistyped words are compared as they are written: the stem of "marketing" is nearer to a marker than the word is.
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<int> _fillers = [];
    private int _longestPhrase = 1;

    public SearchVocabulary(SearchWords words)
    {
        _fillers.UnionWith(words.Fillers.SelectMany(Learn));
        for (int group = 0; group < words.Synonyms.Length; group++)
        {
            foreach (string phrase in words.Synonyms[group])
            {
                int[] ids = Learn(phrase);
                _longestPhrase = Math.Max(_longestPhrase, ids.Length);
                ref List<int>? groups = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, Key(ids), out _);
                (groups ??= []).Add(-1 - group);
            }
        }
    }

    /// <summary>The words of a text, added where they are new.</summary>
    public int[] Learn(string text) => [.. WordReader.Split(text).Select(Add)];

    /// <summary>The words of a text; those that are not known are corrected, or else <see cref="Unknown"/>.</summary>
    public int[] Read(IEnumerable<string> words) => [.. words.Select(Find)];

    public bool IsFiller(int word) => _fillers.Contains(word);

    /// <summary>The index of the first word that is no filler; 0 when all are.</summary>
    public int FirstTelling(int[] words) => Math.Max(0, Array.FindIndex(words, word => !IsFiller(word)));

    /// <summary>Whether one word, or a phrase of that word alone, has synonyms.</summary>
    public bool HasSynonyms(int word) => _groups.ContainsKey(Key([word]));

    /// <summary>The groups of synonyms that a phrase belongs to.</summary>
    public IReadOnlyList<int> GroupsOf(ReadOnlySpan<int> phrase) =>
        _groups.TryGetValue(Key(phrase), out List<int>? groups) ? groups : [];

    /// <summary>The terms of a text: the longest phrases with a meaning of their own, else single words.</summary>
    public IEnumerable<SearchTerm> Terms(int[] words)
    {
        for (int i = 0; i < words.Length; )
        {
            int length = Math.Min(_longestPhrase, words.Length - i);
            while (length > 1 && GroupsOf(words.AsSpan(i, length)).Count == 0)
            {
                length--;
            }

            IReadOnlyList<int> groups = GroupsOf(words.AsSpan(i, length));
            yield return new SearchTerm(i, length, length == 1 ? [words[i], .. groups] : [.. groups]);
            i += length;
        }
    }

    /// <summary>The terms of a text, fillers left out; two words of one group, as in "bug ticket", are one thing.</summary>
    public SearchTerm[] TellingTerms(int[] words)
    {
        List<SearchTerm> telling = [];
        foreach (SearchTerm term in Terms(words))
        {
            bool isFiller = term.Length == 1 && IsFiller(words[term.Start]);
            if (!isFiller && !telling.Exists(other => MeansTheSame(other, term)))
            {
                telling.Add(term);
            }
        }

        return [.. telling];
    }

    /// <summary>Every token that a text may be found by: its words, and the groups of all phrases in it, nested ones too.</summary>
    public IEnumerable<int> Tokens(int[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            yield return words[i];
            for (int length = 1; length <= Math.Min(_longestPhrase, words.Length - i); length++)
            {
                foreach (int group in GroupsOf(words.AsSpan(i, length)))
                {
                    yield return group;
                }
            }
        }
    }

    private int Add(string word)
    {
        string stem = WordReader.Stem(word);
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, stem, out bool isKnown);
        if (!isKnown)
        {
            id = _words.Count;
            _words.Add(stem);
        }

        _written.TryAdd(word, id);
        return id;
    }

    private int Find(string word) =>
        _ids.TryGetValue(WordReader.Stem(word), out int id) ? id
        : word.Length < ShortestCorrected || char.IsDigit(word[0]) ? Unknown
        : Correct(word);

    /// <summary>The known word that was most likely meant: mistypings rarely change the first letter.</summary>
    private int Correct(string word)
    {
        int edits = word.Length < ShortestWithTwoEdits ? 1 : 2;
        int best = Unknown;
        foreach ((string known, int id) in _written)
        {
            bool mayBe =
                known.Length >= ShortestCorrected
                && known[0] == word[0]
                && Math.Abs(known.Length - word.Length) <= edits
                && (word.Length > ShortestCorrected || known.Length > word.Length || IsSwapped(word, known));
            if (mayBe && EditDistance.Between(word, known) is int distance && distance <= edits)
            {
                (best, edits) = (id, distance - 1);
            }
        }

        return best;
    }

    // Of four letters, another one makes another word, but letters in another order do not.
    private static bool IsSwapped(string word, string known) => word.Order().SequenceEqual(known.Order());

    private static bool MeansTheSame(SearchTerm one, SearchTerm other)
    {
        bool isGrouped = one.Tokens[^1] < 0;
        return isGrouped == other.Tokens[^1] < 0
            && (isGrouped ? GroupsIn(one).SequenceEqual(GroupsIn(other)) : one.Tokens.SequenceEqual(other.Tokens));

        // Its own word stands before the groups of a term.
        static ReadOnlySpan<int> GroupsIn(SearchTerm term) => term.Tokens.AsSpan(term.Tokens[0] < 0 ? 0 : 1);
    }

    private static string Key(ReadOnlySpan<int> words)
    {
        Span<char> key = stackalloc char[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            key[i] = (char)words[i];
        }

        return new string(key);
    }
}
