namespace ClickUpMcp.Generators.Spec;

/// <summary>The helpful half of an "unknown name" message.</summary>
internal static class Suggestion
{
    /// <summary>"did you mean 'x'?" for a near miss, otherwise the list of what there is.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        string[] all = [.. candidates];
        string? best = null;
        int bestDistance = Math.Max(2, name.Length / 3) + 1;
        foreach (string candidate in all)
        {
            // A word cut short ("bool") is as near a miss as one with a letter wrong.
            int distance = IsBeginning(name, candidate)
                ? 1
                : Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best is not null ? $"did you mean '{best}'?"
            : all.Length == 0 ? "there are none"
            : "known are: " + string.Join(", ", all);
    }

    private static bool IsBeginning(string name, string candidate) =>
        name.Length >= 3 && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    // Levenshtein distance; names are short, so the plain algorithm will do.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 20)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                int substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, substitution);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
