using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Search;

/// <summary>The words that say what somebody wants to do, and the bit of each intent.</summary>
internal sealed class SearchIntents
{
    private const int LongestPhrase = 3;
    private const double First = 1;
    private const double Later = 0.65;
    private const double Unsaid = 0.9;
    private const double Guessed = 0.65;

    private readonly Dictionary<string, uint> _phrases = new(StringComparer.Ordinal);
    private readonly uint _read;

    public SearchIntents(SearchWords words, SearchVocabulary vocabulary)
    {
        for (int i = 0; i < words.Intents.Length; i++)
        {
            uint bit = 1u << i;
            _read |= words.Intents[i].Name == SearchIntent.Read ? bit : 0;
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
                bool isNoun = length == 1 && (isPlural[i] || (i > first && isThing(words[i])));
                if (!isNoun && _phrases.TryGetValue(Key(phrase), out uint intents))
                {
                    wishes.Add(new QueryIntent(intents, i <= first ? First : Later, phrase));
                }
            }
        }

        if (!wishes.Exists(static wish => wish.Strength == First))
        {
            wishes.Add(new QueryIntent(_read, Unsaid, []));
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
