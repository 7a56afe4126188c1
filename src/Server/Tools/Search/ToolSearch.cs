using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Search;

/// <summary>Finds the available tools that a few words describe, best first.</summary>
/// <remarks>
/// A tool is a verb and a thing. The score says how much of the query the tool's words cover, rare words counting more, how much
/// of the tool's name the query says, whether the tool does what the query wants done, and how like the query is to a phrase by
/// which people ask for the tool.
/// </remarks>
internal sealed class ToolSearch(ToolInventory inventory)
{
    private const int NearestShown = 3;

    public SearchResult Find(string text)
    {
        SearchIndex index = SearchIndex.Of(inventory.Catalog);
        SearchQuery query = new(text, index);
        PhraseMatch[] phrases = index.Phrases.Like(query);
        List<FoundTool> found = Scored(query, index, phrases);
        (SearchLimit? limit, double worth) = Limit(phrases, index);
        double best = 0;
        foreach (FoundTool tool in found)
        {
            best = Math.Max(best, tool.Score);
        }

        bool isImpossible = limit is not null && worth >= best;
        // Most have little to do with the query, and need no place among those that fit.
        List<FoundTool> fitting = isImpossible
            ? []
            : found.FindAll(static tool => tool.Score >= SearchScores.Threshold);
        List<FoundTool> nearest = fitting.Count == 0 ? found : [];
        fitting.Sort(FoundTool.Compare);
        nearest.Sort(FoundTool.Compare);
        return new SearchResult(
            Places(fitting, fitting.Count),
            isImpossible ? limit : null,
            Places(nearest, Math.Min(NearestShown, nearest.Count))
        );
    }

    /// <summary>The tools that have to do with a query.</summary>
    private List<FoundTool> Scored(SearchQuery query, SearchIndex index, PhraseMatch[] phrases)
    {
        double[] coverage = Coverage(query, index);
        int named = inventory.Catalog.Find(query.Name);
        List<FoundTool> found = new(index.Count);
        for (int tool = 0; tool < index.Count; tool++)
        {
            if (coverage[tool] == 0 && phrases[tool].Worth == 0 && tool != named)
            {
                continue;
            }

            // The tools that find and run tools would be found for every query about tools.
            if (inventory.IsAvailable(tool) && !index[tool].IsDiscovery)
            {
                double score = Score(query, index, index[tool], coverage[tool], phrases[tool]);
                found.Add(
                    new FoundTool(tool, tool == named ? score + SearchScores.ExactName : score, index[tool].Words)
                );
            }
        }

        return found;
    }

    private static int[] Places(List<FoundTool> found, int count)
    {
        int[] places = new int[count];
        for (int i = 0; i < count; i++)
        {
            places[i] = found[i].Tool;
        }

        return places;
    }

    /// <summary>For each tool the share of the query, by rarity, that its words cover.</summary>
    private static double[] Coverage(SearchQuery query, SearchIndex index)
    {
        double[] sums = new double[index.Count];
        double[] best = new double[index.Count];
        for (int i = 0; i < query.Terms.Length; i++)
        {
            if (!query.IsThing[i])
            {
                continue;
            }

            Array.Clear(best);
            foreach (int token in query.Terms[i].Tokens)
            {
                foreach ((int tool, double weight) in index.PostingsOf(token))
                {
                    best[tool] = Math.Max(best[tool], weight);
                }
            }

            for (int tool = 0; tool < sums.Length; tool++)
            {
                sums[tool] += best[tool] * query.Rarities[i] / query.ThingRarity;
            }
        }

        return sums;
    }

    private static double Score(
        SearchQuery query,
        SearchIndex index,
        SearchEntry entry,
        double coverage,
        PhraseMatch like
    )
    {
        bool isPhrase = like.Phrase is { } known && known.Words.AsSpan().SequenceEqual(query.Words);
        double wanted = isPhrase ? 1 : Wanted(query, entry, like.Phrase);
        double precision = Precision(query, entry) * Math.Sqrt(coverage);
        double words = (coverage * (1 - SearchScores.Precision)) + (precision * SearchScores.Precision);
        double phrase = like.Worth * (wanted <= SearchScores.NotWanted ? SearchScores.PhraseNotWanted : 1);
        double score = (words * wanted) + phrase;
        bool isReading = index.Intents.IncludesRead(query.Strongest.Intents & entry.Intents);
        return (isReading && query.IsPlural == entry.IsPlural ? score * SearchScores.SameNumber : score)
            + (isPhrase ? SearchScores.ExactPhrase : 0);
    }

    /// <summary>How well the tool does what the query wants; a phrase with the query's verb in it says that it does.</summary>
    private static double Wanted(SearchQuery query, SearchEntry entry, SearchPhrase? phrase)
    {
        if (entry.Intents == 0)
        {
            return 1;
        }

        double strength = 0;
        foreach (QueryIntent wish in query.Wishes)
        {
            strength = (wish.Intents & entry.Intents) != 0 ? Math.Max(strength, wish.Strength) : strength;
        }

        bool saysSo = phrase is not null && (phrase.Intents & query.Strongest.Intents) != 0;
        if (saysSo && Array.Exists(query.Strongest.Words, phrase!.Has))
        {
            strength = query.Strongest.Strength;
        }

        return strength >= 0.9 ? 1
            : strength > 0 ? SearchScores.PartlyWanted
            : SearchScores.NotWanted;
    }

    /// <summary>The share of the tool's object, by words or by terms, that the query says.</summary>
    private static double Precision(SearchQuery query, SearchEntry entry)
    {
        int words = 0;
        foreach (int[] word in entry.ObjectWords)
        {
            words += query.HasOneOf(word) ? 1 : 0;
        }

        int terms = 0;
        foreach (SearchTerm term in entry.ObjectTerms)
        {
            terms += query.HasOneOf(term.Tokens) ? 1 : 0;
        }

        return Math.Max((double)words / entry.ObjectWords.Length, (double)terms / entry.ObjectTerms.Length);
    }

    private static (SearchLimit? Limit, double Worth) Limit(PhraseMatch[] phrases, SearchIndex index)
    {
        (SearchLimit? Limit, double Worth) best = default;
        for (int i = 0; i < index.Limits.Length; i++)
        {
            double worth = phrases[index.Count + i].Worth * SearchScores.Limit;
            best = worth > best.Worth ? (index.Limits[i], worth) : best;
        }

        return best;
    }
}
