namespace ClickUpMcp.Errors;

/// <summary>Finds the known names closest to a mistyped one.</summary>
internal static class DidYouMean
{
    /// <summary>The closest candidate; null when none is close enough to be a mistyping.</summary>
    public static string? Closest(string input, IEnumerable<string> candidates) =>
        Closest(input, candidates, 1) is [string first] ? first : null;

    /// <summary>The closest candidates, best first, at most <paramref name="count"/>.</summary>
    /// <param name="input">The mistyped name.</param>
    /// <param name="candidates">The known names.</param>
    /// <param name="count">How many to return.</param>
    /// <param name="lettersPerEdit">How many letters allow one more edit; names this close are the same word mistyped.</param>
    public static IReadOnlyList<string> Closest(
        string input,
        IEnumerable<string> candidates,
        int count,
        int lettersPerEdit = 3
    )
    {
        string normal = Fold(input);
        if (normal.Length is 0 or > EditDistance.MaxLength)
        {
            return [];
        }

        List<(int Distance, string Candidate)> close = [];
        foreach (string candidate in candidates)
        {
            string other = Fold(candidate);
            int distance = other.Length > EditDistance.MaxLength ? int.MaxValue : EditDistance.Between(normal, other);
            if (distance <= Math.Max(1, Math.Max(normal.Length, other.Length) / lettersPerEdit))
            {
                close.Add((distance, candidate));
            }
        }

        return [.. close.OrderBy(static c => c.Distance).Select(static c => c.Candidate).Distinct().Take(count)];
    }

    /// <summary>The suggestion as the end of a sentence, such as <c>; did you mean "task"?</c>; empty when there is none.</summary>
    public static string Hint(string input, IEnumerable<string> candidates) =>
        Closest(input, candidates) is { } closest ? $"; did you mean \"{closest}\"?" : string.Empty;

    /// <summary>Letters and digits in lower case: get_task, getTask and "get task" are the same word.</summary>
    public static string Fold(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
