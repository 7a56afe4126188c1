using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Search;

/// <summary>Finds the available tools that a few words describe, best first.</summary>
/// <remarks>
/// A tool is a verb and a thing. The score says how much of the query the tool's words cover, rare words counting more, how much
/// of the tool's name the query says, and whether the tool does what the query wants done.
/// </remarks>
internal sealed class ToolSearch(ToolInventory inventory)
{
    // The tools that find and run tools would be found for every query about tools.
    private const string OwnCategory = "discovery";

    private const int NearestShown = 3;

    public SearchResult Find(string text)
    {
        SearchIndex index = SearchIndex.Of(inventory.Catalog);
        SearchQuery query = new(text, index);
        double[] coverage = Coverage(query, index);
        (int Tool, double Score)[] found =
        [
            .. inventory
                .Available.Where(tool =>
                    inventory.Catalog.CategoryNames[inventory.Catalog.CategoryIndex(tool)] != OwnCategory
                )
                .Select(tool => (tool, Score: Score(query, index, tool, coverage[tool])))
                .Where(static match => match.Score > 0)
                .OrderByDescending(static match => match.Score)
                .ThenBy(match => inventory.NameOf(match.tool).Count(static c => c == '_')),
        ];
        (SearchLimit? limit, double worth) = Limit(query, index);
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
                sums[tool] += best[tool] * query.Rarities[i] / query.TotalRarity;
            }
        }

        return sums;
    }

    private double Score(SearchQuery query, SearchIndex index, int tool, double coverage)
    {
        SearchEntry entry = index[tool];
        bool isNamed = inventory.Catalog.Find(query.Name) == tool;
        if (coverage == 0 && !isNamed)
        {
            return 0;
        }

        (double worth, SearchKeyword? keyword) = Keyword(query, entry.Keywords);
        double wanted = Wanted(query, entry, keyword);
        double precision = Precision(query, entry) * Math.Sqrt(coverage);
        double words = (coverage * (1 - SearchScores.Precision)) + (precision * SearchScores.Precision);
        double phrase =
            worth * SearchScores.Keyword * (wanted <= SearchScores.NotWanted ? SearchScores.KeywordNotWanted : 1);
        double score = (words * wanted) + phrase;
        bool isReading = index.Intents.IncludesRead(query.Strongest.Intents & entry.Intents);
        return (isReading && query.IsPlural == entry.IsPlural ? score * SearchScores.SameNumber : score)
            + (isNamed ? SearchScores.ExactName : 0);
    }

    /// <summary>The best of the keywords that the query has, and the share of the query that it is.</summary>
    private static (double Worth, SearchKeyword? Keyword) Keyword(SearchQuery query, SearchKeyword[] keywords)
    {
        double best = 0;
        SearchKeyword? found = null;
        foreach (SearchKeyword keyword in keywords)
        {
            if (!keyword.Matches(query))
            {
                continue;
            }

            bool isWhole = keyword.IsWhole(query);
            double share = isWhole ? keyword.ShareOf(query) : 0;
            double covered = query
                .Terms.Select((term, i) => term.Tokens.Any(keyword.Tokens.Contains) ? query.Rarities[i] : 0)
                .Sum();
            double worth = Math.Max(Math.Max(covered / query.TotalRarity, share), SearchScores.LeastKeyword);
            worth *= keyword.IsOneWord && !isWhole ? SearchScores.OneWordKeyword : 1;
            if (worth >= best)
            {
                (best, found) = (worth, keyword);
            }
        }

        return (best, found);
    }

    /// <summary>How well the tool does what the query wants; a keyword with the query's verb in it says that it does.</summary>
    private static double Wanted(SearchQuery query, SearchEntry entry, SearchKeyword? keyword)
    {
        if (entry.Intents == 0)
        {
            return 1;
        }

        double strength = query.Wishes.Max(wish => (wish.Intents & entry.Intents) != 0 ? wish.Strength : 0);
        if (keyword is not null && query.Strongest.Words.Any(keyword.Has))
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

    private static (SearchLimit? Limit, double Worth) Limit(SearchQuery query, SearchIndex index)
    {
        (SearchLimit? Limit, double Worth) best = default;
        foreach ((SearchLimit limit, SearchKeyword[] keywords) in index.Limits)
        {
            double worth = Keyword(query, keywords).Worth * SearchScores.Limit;
            best = worth > best.Worth ? (limit, worth) : best;
        }

        return best;
    }
}
