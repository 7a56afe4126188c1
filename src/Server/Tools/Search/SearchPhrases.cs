using System.Runtime.InteropServices;

namespace ClickUpMcp.Tools.Search;

/// <summary>All phrases, found by the words that they share with a query.</summary>
/// <remarks>Like the cosine of two vectors: a query is like a phrase even where it adds words and lacks some.</remarks>
internal sealed class SearchPhrases
{
    private readonly SearchPhrase[] _phrases;
    private readonly Dictionary<int, List<int>> _postings = [];

    // Such as "who am I": only as a whole do they say something.
    private readonly SearchPhrase[] _ofFillers;
    private readonly int _owners;

    public SearchPhrases(IEnumerable<SearchPhrase> phrases, int owners)
    {
        _owners = owners;
        SearchPhrase[] all = [.. phrases];
        _ofFillers = [.. all.Where(static phrase => phrase.Terms.Length == 0)];
        _phrases = [.. all.Where(static phrase => phrase.Terms.Length > 0)];
        for (int i = 0; i < _phrases.Length; i++)
        {
            foreach (int token in _phrases[i].Terms.SelectMany(static term => term.Tokens).Distinct())
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_postings, token, out _) ??= []).Add(i);
            }
        }
    }

    /// <summary>For each owner the phrase that the query is most like.</summary>
    public PhraseMatch[] Like(SearchQuery query)
    {
        PhraseMatch[] best = new PhraseMatch[_owners];
        float[] shared = Shared(query);
        for (int i = 0; i < shared.Length; i++)
        {
            if (shared[i] > 0)
            {
                SearchPhrase phrase = _phrases[i];
                if (phrase.IsOfLimit && shared[i] < phrase.Rarity * SearchScores.Whole)
                {
                    continue;
                }

                double worth = (double)shared[i] * shared[i] / (phrase.Rarity * query.TotalRarity);
                worth *= (phrase.Intents & query.Strongest.Intents) != 0 ? 1 : SearchScores.OtherIntent;
                worth *= phrase.IsPlural == query.IsPlural ? 1 : SearchScores.OtherNumber;
                Keep(phrase, Math.Max(worth, phrase.ShareOf(query)));
            }
        }

        foreach (SearchPhrase phrase in _ofFillers)
        {
            Keep(phrase, phrase.ShareOf(query));
        }

        return best;

        void Keep(SearchPhrase phrase, double worth)
        {
            if (worth > best[phrase.Owner].Worth)
            {
                best[phrase.Owner] = new PhraseMatch(phrase, worth);
            }
        }
    }

    /// <summary>For each phrase how much the terms tell that it shares with the query.</summary>
    private float[] Shared(SearchQuery query)
    {
        float[] shared = new float[_phrases.Length];
        int[] lastTerm = new int[_phrases.Length];
        for (int i = 0; i < query.Terms.Length; i++)
        {
            // A word stands before its groups, and counts only once.
            foreach (int token in query.Terms[i].Tokens)
            {
                double worth = query.Rarities[i] * (token < 0 ? SearchScores.Synonym : 1);
                foreach (int phrase in CollectionsMarshal.AsSpan(_postings.GetValueOrDefault(token)))
                {
                    shared[phrase] += lastTerm[phrase] == i + 1 ? 0 : (float)worth;
                    lastTerm[phrase] = i + 1;
                }
            }
        }

        return shared;
    }
}
