namespace ClickUpMcp.Tools.Search;

/// <summary>A query as read: its words, what it wants to do, and the things that it is about.</summary>
internal sealed class SearchQuery
{
    public SearchQuery(string text, SearchIndex index)
    {
        List<string> raw = WordReader.Split(text);
        if (raw.Count > 1 && raw[0] == index.ProductName)
        {
            raw.RemoveAt(0);
        }

        SearchVocabulary vocabulary = index.Vocabulary;
        Words = vocabulary.Read(raw);
        Name = string.Join('_', raw);
        bool[] isPlural = [.. raw.Select(WordReader.IsPlural)];
        IsPlural = isPlural.Contains(true);
        int first = Math.Max(0, Array.FindIndex(Words, word => !vocabulary.IsFiller(word)));
        List<QueryIntent> wishes = index.Intents.Wishes(Words, isPlural, first, index.IsThing);
        Wishes = wishes;
        Strongest = wishes.MaxBy(static wish => wish.Strength)!;
        SearchTerm[] terms = [.. vocabulary.Terms(Words).Where(t => !IsFiller(t))];
        SearchTerm[] things = [.. Distinct(terms.Where(t => !(t.Length == 1 && index.IsOnlyAction(Words[t.Start]))))];
        Terms = things.Length > 0 ? things : terms;
        Rarities = [.. Terms.Select(term => index.RarityOf(term, Words[term.Start]))];
        TotalRarity = Rarities.Sum();
        Tokens = [.. Words, .. vocabulary.Terms(Words).SelectMany(static t => t.Tokens)];
        Tokens.Remove(SearchVocabulary.Unknown);

        bool IsFiller(SearchTerm term) => term.Length == 1 && vocabulary.IsFiller(Words[term.Start]);
    }

    /// <summary>All words in order, fillers too.</summary>
    public int[] Words { get; }

    /// <summary>The words as the name of a tool would have them.</summary>
    public string Name { get; }

    public bool IsPlural { get; }

    public IReadOnlyList<QueryIntent> Wishes { get; }

    /// <summary>What is wanted before all.</summary>
    public QueryIntent Strongest { get; }

    /// <summary>The things that the query is about, each once.</summary>
    public SearchTerm[] Terms { get; }

    /// <summary>How much each term tells: the fewer tools have it, the more.</summary>
    public double[] Rarities { get; }

    public double TotalRarity { get; }

    /// <summary>Every token of the query.</summary>
    public HashSet<int> Tokens { get; }

    // Two words of one group, as in "bug ticket", are one thing.
    private static IEnumerable<SearchTerm> Distinct(IEnumerable<SearchTerm> terms) =>
        terms.DistinctBy(static term =>
            string.Join(',', term.Tokens.Any(t => t < 0) ? term.Tokens.Where(t => t < 0) : term.Tokens)
        );
}
