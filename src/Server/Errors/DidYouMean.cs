namespace ClickUpMcp.Errors;

/// <summary>Finds the known names closest to a mistyped one; the only such comparison in the program.</summary>
internal static class DidYouMean
{
    // Beyond this a name is no typing mistake, and the comparison is quadratic.
    private const int LongestName = 100;

    /// <summary>The closest candidate; null when none is close enough to be a mistyping.</summary>
    public static string? Closest(string input, IEnumerable<string> candidates) =>
        Closest(input, candidates, 1) is [string first] ? first : null;

    /// <summary>The closest candidates, best first, at most <paramref name="count"/>.</summary>
    public static IReadOnlyList<string> Closest(string input, IEnumerable<string> candidates, int count)
    {
        string normal = Normalize(input);
        if (normal.Length is 0 or > LongestName)
        {
            return [];
        }

        List<(int Distance, string Candidate)> close = [];
        foreach (string candidate in candidates)
        {
            string other = Normalize(candidate);
            int distance = other.Length > LongestName ? int.MaxValue : Distance(normal, other);
            if (distance <= Math.Max(1, Math.Max(normal.Length, other.Length) / 3))
            {
                close.Add((distance, candidate));
            }
        }

        return [.. close.OrderBy(static c => c.Distance).Select(static c => c.Candidate).Distinct().Take(count)];
    }

    /// <summary>The suggestion as the end of a sentence, such as <c>; did you mean "task"?</c>; empty when there is none.</summary>
    public static string Hint(string input, IEnumerable<string> candidates) =>
        Closest(input, candidates) is { } closest ? $"; did you mean \"{closest}\"?" : string.Empty;

    // get_task, getTask and "get task" are the same word to whoever mistyped it.
    private static string Normalize(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two names.</summary>
    private static int Distance(string a, string b)
    {
        int[] beforePrevious = new int[b.Length + 1];
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        int[] current = new int[b.Length + 1];
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

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[b.Length];
    }
}
