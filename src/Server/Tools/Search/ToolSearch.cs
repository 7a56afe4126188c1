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
        double[] coverage = Coverage(query, index);
        PhraseMatch[] phrases = index.Phrases.Like(query);
        (int Tool, double Score)[] found =
        [
            .. inventory
                // The tools that find and run tools would be found for every query about tools.
                .Available.Where(tool =>
                    inventory.Catalog.CategoryNames[inventory.Catalog.CategoryIndex(tool)]
                    != CatalogView.DiscoveryCategory
                )
                .Select(tool => (tool, Score: Score(query, index, tool, coverage[tool], phrases[tool])))
                .Where(static match => match.Score > 0)
                .OrderByDescending(static match => match.Score)
                .ThenBy(match => inventory.NameOf(match.tool).Count(static c => c == '_')),
        ];
        (SearchLimit? limit, double worth) = Limit(phrases, index);
        bool isImpossible = limit is not null && worth >= (found.Length > 0 ? found[0].Score : 0);
        int fitting = isImpossible ? 0 : found.TakeWhile(static m => m.Score >= SearchScores.Threshold).Count();
        return new SearchResult(
            [.. found.Take(fitting).Select(match => inventory.Catalog.Describe(match.Tool))],
            isImpossible ? limit : null,
            fitting > 0 ? [] : [.. found.Take(NearestShown).Select(match => inventory.Catalog.Describe(match.Tool))]
        );
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

    private double Score(SearchQuery query, SearchIndex index, int tool, double coverage, PhraseMatch like)
    {
        SearchEntry entry = index[tool];
        bool isNamed = inventory.Catalog.Find(query.Name) == tool;
        if (coverage == 0 && like.Worth == 0 && !isNamed)
        {
            return 0;
        }

        bool isPhrase = like.Phrase is { } known && known.Words.AsSpan().SequenceEqual(query.Words);
        double wanted = isPhrase ? 1 : Wanted(query, entry, like.Phrase);
        double precision = Precision(query, entry) * Math.Sqrt(coverage);
        double words = (coverage * (1 - SearchScores.Precision)) + (precision * SearchScores.Precision);
        double phrase = like.Worth * (wanted <= SearchScores.NotWanted ? SearchScores.PhraseNotWanted : 1);
        double score = (words * wanted) + phrase;
        bool isReading = index.Intents.IncludesRead(query.Strongest.Intents & entry.Intents);
        return (isReading && query.IsPlural == entry.IsPlural ? score * SearchScores.SameNumber : score)
            + (isNamed ? SearchScores.ExactName : 0)
            + (isPhrase ? SearchScores.ExactPhrase : 0);
    }

    /// <summary>How well the tool does what the query wants; a phrase with the query's verb in it says that it does.</summary>
    private static double Wanted(SearchQuery query, SearchEntry entry, SearchPhrase? phrase)
    {
        if (entry.Intents == 0)
        {
            return 1;
        }

        double strength = query.Wishes.Max(wish => (wish.Intents & entry.Intents) != 0 ? wish.Strength : 0);
        bool saysSo = phrase is not null && (phrase.Intents & query.Strongest.Intents) != 0;
        if (saysSo && query.Strongest.Words.Any(phrase!.Has))
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
        int words = entry.ObjectWords.Count(word => word.Any(query.Tokens.Contains));
        int terms = entry.ObjectTerms.Count(term => term.Tokens.Any(query.Tokens.Contains));
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
