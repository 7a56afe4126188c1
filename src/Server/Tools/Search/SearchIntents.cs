using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Search;

/// <summary>The words that say what somebody wants to do, and the bit of each intent.</summary>
internal sealed class SearchIntents
{
    private const int LongestPhrase = 4;
    private const int LongestGap = 3;
    private const double First = 1;
    private const double LaterPhrase = 0.95;
    private const double Demanded = 0.92;
    private const double Later = 0.65;
    private const double Unsaid = 0.9;
    private const double Guessed = 0.65;

    // Behind these a word is a thing, though it may be something to do elsewhere: "the tag is misspelt".
    private static readonly string[] Articles =
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "my",
        "our",
        "your",
        "his",
        "her",
        "their",
        "its",
        "any",
        "some",
        "every",
        "each",
        "no",
    ];

    // Before these a word is something to do: "I sent it by mistake, remove it".
    private static readonly string[] Pronouns = ["it", "that", "them", "this", "these", "those"];

    // What a verb may have behind its object: "take Anna off the ticket".
    private static readonly string[] Particles = ["off", "down", "out", "away", "back", "up", "on", "over", "under"];

    // "The folder should be in another space" asks for a change without saying so.
    private static readonly string[] Demands = ["should", "must", "needs", "ought"];

    private readonly Dictionary<string, uint> _phrases = new(StringComparer.Ordinal);
    private readonly SearchVocabulary _vocabulary;
    private readonly HashSet<int> _articles;
    private readonly HashSet<int> _pronouns;
    private readonly HashSet<int> _particles;
    private readonly HashSet<int> _demands;
    private readonly uint _change;
    private readonly uint _read;

    public SearchIntents(SearchWords words, SearchVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _articles = [.. Articles.SelectMany(vocabulary.Learn)];
        _pronouns = [.. Pronouns.SelectMany(vocabulary.Learn)];
        _particles = [.. Particles.SelectMany(vocabulary.Learn)];
        _demands = [.. Demands.SelectMany(vocabulary.Learn)];
        for (int i = 0; i < words.Intents.Length; i++)
        {
            uint bit = 1u << i;
            _read |= words.Intents[i].Name == SearchIntent.Read ? bit : 0;
            _change |= words.Intents[i].Name is SearchIntent.Update or SearchIntent.Move ? bit : 0;
            foreach (string phrase in words.Intents[i].Words)
            {
                string key = Key(vocabulary.Learn(phrase));
                _phrases[key] = _phrases.GetValueOrDefault(key) | bit;
            }
        }
    }

    /// <summary>Whether a word alone says what somebody wants to do.</summary>
    public bool Has(int word) => _phrases.ContainsKey(Key([word]));

    /// <summary>What a tool serves: reading when it only reads, else what the verb of its name says.</summary>
    public uint Of(int verb, bool isReadOnly) => isReadOnly ? _read : _phrases.GetValueOrDefault(Key([verb])) & ~_read;

    /// <summary>What a query asks for, strongest what it begins with; a query that begins with a thing wants to see it.</summary>
    /// <param name="words">The words of the query.</param>
    /// <param name="isPlural">Which of them are in the plural.</param>
    /// <param name="first">The first that tells something.</param>
    /// <param name="isThing">Whether a word is also a thing: later in a query it is that, as in "create a list".</param>
    /// <returns>For each intent's bit how strongly it is meant, and the words that said so.</returns>
    public List<QueryIntent> Wishes(int[] words, bool[] isPlural, int first, Func<int, bool> isThing)
    {
        List<QueryIntent> wishes = [];
        for (int i = 0; i < words.Length; i++)
        {
            for (int length = Math.Min(LongestPhrase, words.Length - i); length > 0; length--)
            {
                // "Comments" is a thing, where "comment" may be something to do.
                int[] phrase = words[i..(i + length)];
                bool isBehindArticle = i > 0 && _articles.Contains(words[i - 1]);
                bool isNoun = length == 1 && (isPlural[i] || ((i > first || isBehindArticle) && isThing(words[i])));
                if (!isNoun && _phrases.TryGetValue(Key(phrase), out uint intents))
                {
                    wishes.Add(
                        new QueryIntent(intents, i <= first ? First : StrengthLater(words, i, length, intents), phrase)
                    );
                }
            }
        }

        AddParted(wishes, words, first);
        if (!wishes.Exists(static wish => wish.Strength == First) && IsDemand(words, isThing))
        {
            wishes.Add(new QueryIntent(_change, Demanded, []));
        }

        if (!wishes.Exists(static wish => wish.Strength == First))
        {
            bool isSaidLater = wishes.Exists(wish => wish.Strength > Later && !IncludesRead(wish.Intents));
            wishes.Add(new QueryIntent(_read, isSaidLater ? Later : Unsaid, []));
            // It may be a verb that nobody thought of.
            if (first < words.Length && words[first] == SearchVocabulary.Unknown)
            {
                wishes.Add(new QueryIntent(uint.MaxValue, Guessed, []));
            }
        }

        return wishes;
    }

    /// <summary>Whether reading is among the intents.</summary>
    public bool IncludesRead(uint intents) => (intents & _read) != 0;

    /// <summary>Adds the wishes whose two words stand apart, as in "take the label off".</summary>
    private void AddParted(List<QueryIntent> wishes, int[] words, int first)
    {
        for (int i = 0; i < words.Length; i++)
        {
            for (int last = i + 2; last < Math.Min(words.Length, i + LongestGap + 2); last++)
            {
                int[] phrase = [words[i], words[last]];
                if (_particles.Contains(words[last]) && _phrases.TryGetValue(Key(phrase), out uint intents))
                {
                    wishes.Add(new QueryIntent(intents, i <= first ? First : LaterPhrase, phrase));
                }
            }
        }
    }

    /// <summary>Whether a query says of a thing what it should be.</summary>
    private bool IsDemand(int[] words, Func<int, bool> isThing)
    {
        int at = Array.FindIndex(words, _demands.Contains);
        return at > 0 && words.Take(at).Any(isThing);
    }

    /// <summary>How surely words mean what they say that do not begin a query: "doesn't belong here" does, as does "remove it".</summary>
    private double StrengthLater(int[] words, int start, int length, uint intents)
    {
        bool isCommand =
            length == 1 && start + 1 < words.Length && _pronouns.Contains(words[start + 1]) && !IncludesRead(intents);
        bool isPhrase = length > 1 && !words.AsSpan(start, length).ToArray().All(_vocabulary.IsFiller);
        return isCommand || isPhrase ? LaterPhrase : Later;
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
