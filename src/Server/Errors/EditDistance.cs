namespace ClickUpMcp.Errors;

/// <summary>Counts the typing mistakes between two texts; the only such comparison, of the generator too.</summary>
internal static class EditDistance
{
    /// <summary>Only so many characters are compared: the work is quadratic, and names differ early or not at all.</summary>
    public const int MaxLength = 64;

    /// <summary>Edits (insert, delete, replace, swap of neighbours) that make one text of the other.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.Slice(0, Math.Min(a.Length, MaxLength));
        b = b.Slice(0, Math.Min(b.Length, MaxLength));
        Span<int> beforePrevious = stackalloc int[MaxLength + 1];
        Span<int> previous = stackalloc int[MaxLength + 1];
        Span<int> current = stackalloc int[MaxLength + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, beforePrevious[j - 2] + 1);
                }

                current[j] = best;
            }

            Span<int> oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }

        return previous[b.Length];
    }
}
