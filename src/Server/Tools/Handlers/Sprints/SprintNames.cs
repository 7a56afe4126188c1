using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads what the names of lists and folders say of sprints.</summary>
internal static class SprintNames
{
    private static readonly string[] Words = ["sprint", "iteration"];
    private static readonly char[] Separators = ['-', '–', '—'];

    /// <summary>Whether a name has the word.</summary>
    public static bool IsSprint(string name) =>
        Array.Exists(Words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The days in a name such as "Sprint 42 (11/25 - 12/8)", month first as ClickUp writes them; null where there are none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="today">The year is the one that brings the first day closest to this.</param>
    public static (LocalDate First, LocalDate Last)? DaysOf(string name, LocalDate today)
    {
        int open = name.LastIndexOf('(');
        int close = name.LastIndexOf(')');
        if (open < 0 || close < open)
        {
            return null;
        }

        string[] ends = name[(open + 1)..close].Split(Separators, StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || DayOf(ends[0]) is not { } first || DayOf(ends[1]) is not { } last)
        {
            return null;
        }

        LocalDate begin = Enumerable
            .Range(today.Year - 1, 3)
            .Select(first.InYear)
            .MinBy(day => Math.Abs(Period.DaysBetween(today, day)));
        LocalDate end = last.InYear(begin.Year);
        return (begin, end < begin ? last.InYear(begin.Year + 1) : end);
    }

    private static AnnualDate? DayOf(string text)
    {
        string[] parts = text.Split('/');
        return
            parts.Length == 2
            && int.TryParse(parts[0], out int month)
            && int.TryParse(parts[1], out int day)
            && month is >= 1 and <= 12
            && day >= 1
            && day <= DateTime.DaysInMonth(2024, month)
            ? new AnnualDate(month, day)
            : null;
    }
}
