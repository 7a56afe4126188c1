namespace ClickUpMcp.Tools.Search;

/// <summary>A phrase by which people ask for a tool.</summary>
internal sealed class SearchKeyword
{
    private readonly int[] _words;
    private readonly int[] _telling;

    public SearchKeyword(string text, SearchVocabulary vocabulary)
    {
        _words = vocabulary.Learn(text);
        _telling = [.. _words.Where(word => !vocabulary.IsFiller(word))];
        Tokens = [.. vocabulary.Terms(_words).Where(t => !vocabulary.IsFiller(t.Tokens[0])).SelectMany(t => t.Tokens)];
    }

    /// <summary>The tokens of its words, fillers left out.</summary>
    public HashSet<int> Tokens { get; }

    /// <summary>Whether it has just one word that is no filler.</summary>
    public bool IsOneWord => _telling.Length == 1;

    public bool Has(int word) => Array.IndexOf(_words, word) >= 0;

    /// <summary>Whether the query has all its words; for one of fillers alone, one after the other.</summary>
    public bool Matches(SearchQuery query) =>
        _telling.Length == 0 ? IsWhole(query) : Array.TrueForAll(_telling, query.Words.Contains);

    /// <summary>Whether the query has its words one after the other; they are then this share of the query.</summary>
    public bool IsWhole(SearchQuery query) => query.Words.AsSpan().IndexOf(_words) >= 0;

    /// <summary>Its share of the query's words.</summary>
    public double ShareOf(SearchQuery query) => (double)_words.Length / query.Words.Length;
}
