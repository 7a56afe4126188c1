namespace ClickUpMcp.Tools.Search;

/// <summary>A query as read: its words, what it wants to do, and the things that it is about.</summary>
internal sealed class SearchQuery
{
    // Every token of the query.
    private readonly HashSet<int> _tokens;

    public SearchQuery(string text, SearchIndex index)
    {
        List<string> raw = WordReader.Split(QueryText.WithoutContent(text));
        if (raw.Count > 1 && raw[0] == index.ProductName)
        {
            raw.RemoveAt(0);
        }

        SearchVocabulary vocabulary = index.Vocabulary;
        Words = vocabulary.Read(raw);
        Name = string.Join('_', raw);
        bool[] isPlural = [.. raw.Select(WordReader.IsPlural)];
        IsPlural = isPlural.Contains(true);
        List<QueryIntent> wishes = index.Intents.Wishes(Words, isPlural, vocabulary.FirstTelling(Words), index.IsThing);
        Wishes = wishes;
        Strongest = wishes.MaxBy(static wish => wish.Strength)!;
        Terms = vocabulary.TellingTerms(Words);
        int content = index.StartOfContent(Words);
        Rarities =
        [
            .. Terms.Select(term =>
                index.RarityOf(term, Words[term.Start]) * (term.Start > content ? SearchScores.Content : 1)
            ),
        ];
        TotalRarity = Rarities.Sum();
        IsThing = [.. Terms.Select(term => term.Length > 1 || !index.IsOnlyAction(Words[term.Start]))];
        if (!IsThing.Contains(true))
        {
            Array.Fill(IsThing, true);
        }

        ThingRarity = Rarities.Where((_, i) => IsThing[i]).Sum();
        _tokens = [.. Words, .. vocabulary.Terms(Words).SelectMany(static t => t.Tokens)];
        _tokens.Remove(SearchVocabulary.Unknown);
    }

    /// <summary>All words in order, fillers too.</summary>
    public int[] Words { get; }

    /// <summary>The words as the name of a tool would have them.</summary>
    public string Name { get; }

    public bool IsPlural { get; }

    public List<QueryIntent> Wishes { get; }

    /// <summary>What is wanted before all.</summary>
    public QueryIntent Strongest { get; }

    /// <summary>What the query says, fillers left out, each once.</summary>
    public SearchTerm[] Terms { get; }

    /// <summary>How much each term tells.</summary>
    public double[] Rarities { get; }

    public double TotalRarity { get; }

    /// <summary>Which terms are things that the query is about, and not just what to do; all when none is.</summary>
    public bool[] IsThing { get; }

    /// <summary>How much the things tell together.</summary>
    public double ThingRarity { get; }

    /// <summary>Whether it says one of some tokens.</summary>
    public bool HasOneOf(int[] tokens)
    {
        foreach (int token in tokens)
        {
            if (_tokens.Contains(token))
            {
                return true;
            }
        }

        return false;
    }
}
