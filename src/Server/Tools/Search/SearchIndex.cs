using System.Runtime.CompilerServices;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Search;

/// <summary>The words of all tools of a catalogue, read once: reading them costs far more than searching.</summary>
internal sealed class SearchIndex
{
    private static readonly ConditionalWeakTable<CatalogView, SearchIndex> Indexes = [];

    private readonly SearchEntry[] _entries;
    private readonly Dictionary<int, (int Tool, double Weight)[]> _postings;
    private readonly HashSet<int> _inNames;
    private readonly HashSet<int> _inLimits;

    private SearchIndex(CatalogView catalog)
    {
        SearchWords words = catalog.SearchWords;
        Vocabulary = new SearchVocabulary(words);
        Intents = new SearchIntents(words, Vocabulary);
        ProductName = catalog.ProductName.ToLowerInvariant();
        ToolDescriptor[] tools = [.. Enumerable.Range(0, catalog.Count).Select(catalog.Describe)];
        _entries = [.. tools.Select(tool => SearchEntry.Read(tool, Vocabulary, Intents))];
        Limits = [.. words.Limits.Select(limit => (limit, Keywords(limit)))];
        _inLimits = [.. words.Limits.SelectMany(static l => l.Keywords).SelectMany(Vocabulary.Learn)];
        _inNames = [.. tools.SelectMany(tool => Vocabulary.Learn(tool.Name).Skip(1))];
        _postings = _entries
            .SelectMany(static (entry, tool) => entry.Weights.Select(w => (Token: w.Key, tool, w.Value)))
            .GroupBy(static p => p.Token)
            .ToDictionary(
                static group => group.Key,
                static group => group.Select(static p => (p.tool, p.Value)).ToArray()
            );
    }

    /// <summary>The index of a catalogue, made when it is first asked for.</summary>
    public static SearchIndex Of(CatalogView catalog) =>
        Indexes.GetValue(catalog, static catalog => new SearchIndex(catalog));

    public SearchVocabulary Vocabulary { get; }

    public SearchIntents Intents { get; }

    /// <summary>The name of the product, which says nothing at the beginning of a query.</summary>
    public string ProductName { get; }

    /// <summary>What no tool can do.</summary>
    public (SearchLimit Limit, SearchKeyword[] Keywords)[] Limits { get; }

    public int Count => _entries.Length;

    /// <summary>The entry of a tool.</summary>
    public SearchEntry this[int tool] => _entries[tool];

    /// <summary>Whether a word only says what to do: it stands for no thing.</summary>
    public bool IsOnlyAction(int word) => Intents.Has(word) && !IsThing(word);

    /// <summary>Whether a word stands for a thing, whatever else it says.</summary>
    public bool IsThing(int word) => Vocabulary.HasSynonyms(word) || _inNames.Contains(word);

    /// <summary>How much a term tells.</summary>
    public double RarityOf(SearchTerm term, int word)
    {
        (int Tool, double Weight)[] places = [.. term.Tokens.SelectMany(PostingsOf)];
        int tools = places.Select(static p => p.Tool).Distinct().Count();
        // A word that stands in descriptions alone is none of a tool's own, however rare.
        bool isTelling = places.Any(static p => p.Weight > SearchScores.Description);
        return tools > 0
                ? Math.Max(
                    SearchScores.LeastRarity,
                    isTelling ? Math.Log(1 + ((double)Count / tools)) : SearchScores.LeastRarity
                )
            : _inLimits.Contains(word) ? SearchScores.LimitRarity
            : SearchScores.UnknownRarity;
    }

    /// <summary>The tools that have a token, and what it is worth there.</summary>
    public (int Tool, double Weight)[] PostingsOf(int token) => _postings.GetValueOrDefault(token) ?? [];

    private SearchKeyword[] Keywords(SearchLimit limit) =>
        [.. limit.Keywords.Select(keyword => new SearchKeyword(keyword, Vocabulary))];
}
