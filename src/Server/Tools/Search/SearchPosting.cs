using System.Numerics;

namespace ClickUpMcp.Tools.Search;

/// <summary>Where a token stands: the tools that have it, and what it is worth in each.</summary>
internal sealed class SearchPosting
{
    private const int BitsInWord = 64;

    private readonly ulong[] _tools;

    public SearchPosting(IEnumerable<(int Tool, double Weight)> places, int tools)
    {
        Places = [.. places];
        _tools = new ulong[(tools + BitsInWord - 1) / BitsInWord];
        foreach ((int tool, double weight) in Places)
        {
            _tools[tool / BitsInWord] |= 1ul << (tool % BitsInWord);
            // A word that stands in descriptions alone is none of a tool's own, however rare.
            IsTelling |= weight > SearchScores.Description;
        }
    }

    public (int Tool, double Weight)[] Places { get; }

    /// <summary>Whether it says something of a tool by itself.</summary>
    public bool IsTelling { get; }

    /// <summary>How many tools have one of some tokens.</summary>
    public static int CountTools(ReadOnlySpan<SearchPosting> postings)
    {
        int count = 0;
        for (int word = 0; postings.Length > 0 && word < postings[0]._tools.Length; word++)
        {
            ulong bits = 0;
            foreach (SearchPosting posting in postings)
            {
                bits |= posting._tools[word];
            }

            count += BitOperations.PopCount(bits);
        }

        return count;
    }
}
