using System.Runtime.CompilerServices;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Search;

/// <summary>The words of all tools of a catalogue, read once: reading them costs far more than searching.</summary>
internal sealed class SearchIndex
{
    private static readonly ConditionalWeakTable<CatalogView, SearchIndex> Indexes = [];

    private readonly SearchEntry[] _entries;
    private readonly Dictionary<int, SearchPosting> _postings;
    private readonly HashSet<int> _inNames;
    private readonly HashSet<int> _inLimits;

    // What comes after them is what a task or text is about, and seldom what is to be done: "a comment saying that ...".
    private static readonly string[] BeforeContent =
    [
        "about",
        "saying",
        "say",
        "that",
        "because",
        "so",
        "regarding",
        "mentioning",
        "concerning",
        "until",
        "for",
    ];

    private readonly HashSet<int> _beforeContent;
    private readonly CatalogView _catalog;
    private readonly FoundDescription?[] _descriptions;

    private SearchIndex(CatalogView catalog)
    {
        _catalog = catalog;
        _descriptions = new FoundDescription?[catalog.Count];
        SearchWords words = catalog.SearchWords;
        Vocabulary = new SearchVocabulary(words);
        Intents = new SearchIntents(words, Vocabulary);
        ProductName = catalog.ProductName.ToLowerInvariant();
        ToolDescriptor[] tools = [.. Enumerable.Range(0, catalog.Count).Select(catalog.Describe)];
        _entries = [.. tools.Select(tool => SearchEntry.Read(tool, Vocabulary, Intents))];
        Limits = words.Limits;
        _inLimits = [.. words.Limits.SelectMany(static l => l.Keywords).SelectMany(Vocabulary.Learn)];
        _beforeContent = [.. BeforeContent.SelectMany(Vocabulary.Learn)];
        // A change is a thing to what undoes it alone; to all others, to change is what to do.
        _inNames =
        [
            .. tools
                .Where(static tool => tool.Category != CatalogView.ChangesCategory)
                .SelectMany(tool => Vocabulary.Learn(tool.Name).Skip(1)),
        ];
        _postings = _entries
            .SelectMany(static (entry, tool) => entry.Weights.Select(w => (Token: w.Key, tool, w.Value)))
            .GroupBy(static p => p.Token)
            .ToDictionary(
                static group => group.Key,
                group => new SearchPosting(group.Select(static p => (p.tool, p.Value)), tools.Length)
            );
        IEnumerable<SearchPhrase> phrases = tools
            .SelectMany(static (tool, owner) => tool.Keywords.Select(text => (owner, text)))
            .Concat(
                Limits.SelectMany((limit, place) => limit.Keywords.Select(text => (owner: tools.Length + place, text)))
            )
            .Select(phrase => Phrase(phrase.owner, phrase.text));
        Phrases = new SearchPhrases(phrases, tools.Length + Limits.Length);
    }

    /// <summary>The index of a catalogue, made when it is first asked for.</summary>
    public static SearchIndex Of(CatalogView catalog) =>
        Indexes.GetValue(catalog, static catalog => new SearchIndex(catalog));

    public SearchVocabulary Vocabulary { get; }

    public SearchIntents Intents { get; }

    /// <summary>The name of the product, which says nothing at the beginning of a query.</summary>
    public string ProductName { get; }

    /// <summary>What no tool can do.</summary>
    public SearchLimit[] Limits { get; }

    /// <summary>What people say when they ask for tools, and then for each limit.</summary>
    public SearchPhrases Phrases { get; }

    public int Count => _entries.Length;

    /// <summary>The entry of a tool.</summary>
    public SearchEntry this[int tool] => _entries[tool];

    /// <summary>What a result says of a tool, read when it is first found.</summary>
    public FoundDescription Describe(int tool) => _descriptions[tool] ??= FoundDescription.Of(_catalog.Describe(tool));

    /// <summary>Whether a word only says what to do: it stands for no thing.</summary>
    public bool IsOnlyAction(int word) => Intents.Has(word) && !IsThing(word);

    /// <summary>Whether a word stands for a thing, whatever else it says.</summary>
    public bool IsThing(int word) => Vocabulary.HasSynonyms(word) || _inNames.Contains(word);

    /// <summary>The index of the word after which a query only says more about the thing that it named before; else the end.</summary>
    public int StartOfContent(int[] words)
    {
        bool isNamed = false;
        for (int i = 0; i < words.Length; i++)
        {
            if (isNamed && _beforeContent.Contains(words[i]))
            {
                return i;
            }

            isNamed |= !Vocabulary.IsFiller(words[i]) && IsThing(words[i]);
        }

        return words.Length;
    }

    /// <summary>How much a term tells: the fewer tools have it, the more.</summary>
    public double RarityOf(SearchTerm term, int word)
    {
        Span<SearchPosting> postings = new SearchPosting[term.Tokens.Length];
        int known = 0;
        bool isTelling = false;
        foreach (int token in term.Tokens)
        {
            if (_postings.TryGetValue(token, out SearchPosting? posting))
            {
                postings[known++] = posting;
                isTelling |= posting.IsTelling;
            }
        }

        return known == 0 ? (_inLimits.Contains(word) ? SearchScores.LimitRarity : SearchScores.UnknownRarity)
            : isTelling
                ? Math.Max(
                    SearchScores.LeastRarity,
                    Math.Log(1 + ((double)Count / SearchPosting.CountTools(postings[..known])))
                )
            : SearchScores.LeastRarity;
    }

    /// <summary>The tools that have a token, and what it is worth there.</summary>
    public ReadOnlySpan<(int Tool, double Weight)> PostingsOf(int token) =>
        _postings.TryGetValue(token, out SearchPosting? posting) ? posting.Places : [];

    private SearchPhrase Phrase(int owner, string text)
    {
        int[] words = Vocabulary.Learn(text);
        bool[] isPlural = [.. WordReader.Split(text).Select(WordReader.IsPlural)];
        SearchTerm[] terms = Vocabulary.TellingTerms(words);
        return new SearchPhrase
        {
            Owner = owner,
            IsOfLimit = owner >= Count,
            Words = words,
            Terms = terms,
            Rarity = terms.Sum(term => RarityOf(term, words[term.Start])),
            Intents = Intents
                .Wishes(words, isPlural, Vocabulary.FirstTelling(words), IsThing)
                .MaxBy(static wish => wish.Strength)!
                .Intents,
            IsPlural = isPlural.Contains(true),
        };
    }
}
