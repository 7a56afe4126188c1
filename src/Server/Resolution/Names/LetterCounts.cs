using System.Runtime.Intrinsics;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>How often each letter is in a name; two names have at least as many edits between them as letters that the longer has alone.</summary>
internal readonly struct LetterCounts
{
    private const int Letters = 26;

    private readonly Vector256<byte> _counts;

    private LetterCounts(Vector256<byte> counts) => _counts = counts;

    // Those of the letters that are compared.
    private int Length => Vector256.Sum(_counts);

    /// <summary>The counts of a name that is written as one word.</summary>
    public static LetterCounts Of(string compact)
    {
        Span<byte> counts = stackalloc byte[Vector256<byte>.Count];
        counts.Clear();
        foreach (char letter in compact.AsSpan(0, Math.Min(compact.Length, EditDistance.MaxLength)))
        {
            // Digits share what the letters leave.
            counts[char.IsAsciiDigit(letter) ? Letters + (letter % (counts.Length - Letters)) : (letter - 'A') & 31]++;
        }

        return new LetterCounts(Vector256.Create((ReadOnlySpan<byte>)counts));
    }

    /// <summary>No less than the similarity of the names; 1 where one of them may be in the other.</summary>
    public double MostSimilarTo(LetterCounts other)
    {
        (int one, int another) = (Length, other.Length);
        int longest = Math.Max(one, another);
        int common = Vector256.Sum(Vector256.Min(_counts, other._counts));
        return longest == EditDistance.MaxLength || common == Math.Min(one, another)
            ? 1
            : 1 - ((double)(longest - common) / longest);
    }
}
