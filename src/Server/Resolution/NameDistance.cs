namespace ClickUpMcp.Resolution;

/// <summary>How far a name is from what was asked for; orders the candidates of an error.</summary>
internal static class NameDistance
{
    // Names differ early or not at all; the cap bounds the work for thousands of task names.
    private const int MaxLength = 64;

    /// <summary>The things, closest first: those that contain the text or are contained in it, then by edit distance.</summary>
    public static IEnumerable<NamedThing> ClosestFirst(IEnumerable<NamedThing> things, string text) =>
        things
            .OrderBy(thing => Contains(thing.Name, text) ? 0 : 1)
            .ThenBy(thing => EditDistance(thing.Name, text))
            .ThenBy(static thing => thing.Name, StringComparer.Ordinal);

    /// <summary>Single-character edits between the two, ignoring case.</summary>
    public static int EditDistance(string left, string right)
    {
        ReadOnlySpan<char> a = left.AsSpan(0, Math.Min(left.Length, MaxLength));
        ReadOnlySpan<char> b = right.AsSpan(0, Math.Min(right.Length, MaxLength));
        Span<int> row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                int best = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = row[j];
                row[j] = best;
            }
        }

        return row[b.Length];
    }

    private static bool Contains(string name, string text) =>
        name.Length > 2
        && (
            name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || text.Contains(name, StringComparison.OrdinalIgnoreCase)
        );
}
