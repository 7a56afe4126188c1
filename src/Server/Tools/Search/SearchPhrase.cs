namespace ClickUpMcp.Tools.Search;

/// <summary>A phrase by which people ask for a tool, or for something that no tool can do.</summary>
internal sealed class SearchPhrase
{
    /// <summary>What is asked for: a tool's index, or for a limit its place after them.</summary>
    public required int Owner { get; init; }

    /// <summary>Whether no tool can do it: only a query that says all of it asks for that.</summary>
    public required bool IsOfLimit { get; init; }

    /// <summary>All its words in order.</summary>
    public required int[] Words { get; init; }

    /// <summary>What it is about, fillers left out.</summary>
    public required SearchTerm[] Terms { get; init; }

    /// <summary>How much its terms tell together.</summary>
    public required double Rarity { get; init; }

    /// <summary>The bits of the intents that it may mean.</summary>
    public required uint Intents { get; init; }

    /// <summary>Whether it has a word in the plural.</summary>
    public required bool IsPlural { get; init; }

    public bool Has(int word) => Array.IndexOf(Words, word) >= 0;

    /// <summary>The share of a query that it is, when the query has its words one after the other.</summary>
    public double ShareOf(SearchQuery query) =>
        query.Words.AsSpan().IndexOf(Words) >= 0
            ? Math.Max((double)Words.Length / query.Words.Length, SearchScores.LeastPhrase)
            : 0;
}
