namespace ClickUpMcp.Values;

/// <summary>Says why a text that speaks of time is no date: it is vague, a span, a repetition, or counted by a calendar that nobody gave.</summary>
internal static class VagueDate
{
    private static readonly string[] Vague =
    [
        "after",
        "around",
        "before",
        "early",
        "few",
        "late",
        "later",
        "lunchtime",
        "mid",
        "middle",
        "or",
        "several",
    ];

    private static readonly string[] VagueAlone = ["asap", "immediately", "soon", "whenever"];

    private static readonly string[] Repeated =
    [
        "annually",
        "biweekly",
        "daily",
        "each",
        "every",
        "monthly",
        "quarterly",
        "weekly",
        "yearly",
    ];

    private static readonly string[] Between = [" to ", " - ", " – ", " through ", " until ", " and ", "..", "-", "/"];

    /// <summary>What is wrong, as the end of "due …"; null when the text is not of these kinds.</summary>
    public static string? FindProblem(string text)
    {
        string[] words = text.ToLowerInvariant()
            .Split([' ', ',', '.', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(IsFiscal))
        {
            return "is counted by a fiscal year, and ClickUp does not say when that begins; write the day, as 2026-12-25";
        }

        if (words.FirstOrDefault(Repeated.Contains) is { } repeated)
        {
            return $"repeats (\"{repeated}\"), which no tool can set; write one day, as 2026-12-25";
        }

        if (IsSpan(text))
        {
            return "names a span; write the one day that this argument is for, as 2026-12-25";
        }

        string? vague =
            words.FirstOrDefault(VagueAlone.Contains)
            ?? (words.Any(IsOfDates) ? words.FirstOrDefault(Vague.Contains) : null);
        return vague is null
            ? null
            : $"does not name one day (\"{vague}\"); write it, as 2026-12-25, or for example \"end of next week\"";
    }

    private static bool IsFiscal(string word) =>
        word is "fiscal" or "fy" || (word.Length is 4 or 6 && word.StartsWith("fy", StringComparison.Ordinal));

    private static bool IsSpan(string text)
    {
        string days = WithoutWord(WithoutWord(text.Trim(), "from "), "between ");
        foreach (string sign in Between)
        {
            int at = days.IndexOf(sign, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && IsDate(days[..at]) && IsEnd(days[(at + sign.Length)..]))
            {
                return true;
            }
        }

        // 3-5 December
        return days.Split('-', 2) is [var first, var second] && IsFigure(first) && IsDate(second);
    }

    private static string WithoutWord(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? text[word.Length..] : text;

    // The end of "Dec 3-5" is a figure alone.
    private static bool IsEnd(string text) => IsFigure(text) || IsDate(text);

    private static bool IsFigure(string text) =>
        text.Trim() is { Length: 1 or 2 } figure && figure.All(char.IsAsciiDigit);

    private static bool IsDate(string text) => DateReader.Read(text).Meaning is not null;

    private static bool IsOfDates(string word) =>
        DateWords.Month(word) is not null
        || DateWords.Weekday(word) is not null
        || DateWords.DaysFromToday(word) is not null
        || DateWords.Unit(word) is not null
        || DateWords.Which(word) is not null
        || word is "weekend" or "christmas" or "q1" or "q2" or "q3" or "q4";
}
