namespace ClickUpMcp.Hosting;

/// <summary>Finds the name that a person probably meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence with the nearest name, with a space before it; empty when none is near.</summary>
    public static string For(string name, IEnumerable<string> known, string prefix = "")
    {
        string? nearest = known.MinBy(candidate => Distance(name, candidate));
        bool isNear = nearest is not null && Distance(name, nearest) <= Math.Max(2, name.Length / 3);
        return isNear ? $" Did you mean {prefix}{nearest}?" : string.Empty;
    }

    /// <summary>How many letters must be added, left out or changed (Levenshtein).</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
