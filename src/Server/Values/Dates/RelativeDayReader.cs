using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads "today", "tomorrow", "yesterday" and weekdays, with "this", "next" or "last" before them or alone.</summary>
/// <remarks>"this" and "next" choose a weekday by calendar week, "last" is the latest one before today, "coming" the first one after it.</remarks>
internal static class RelativeDayReader
{
    /// <summary>Reads such a day if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take(DateWords.DaysFromToday) is { } distance)
        {
            return parts.SetDays(a => DayRange.Single(a.Today.PlusDays(distance)));
        }

        string which = tokens.Current.Text;
        bool isChosen = tokens.Take(DateWords.Which) is not null;
        if (tokens.Take(DateWords.Weekday) is not { } weekday)
        {
            return false;
        }

        return isChosen
            ? parts.SetDays(a => DayRange.Single(Chosen(a.Today, which, weekday)))
            : parts.SetWeekday(weekday);
    }

    private static LocalDate Chosen(LocalDate today, string which, IsoDayOfWeek weekday) =>
        which switch
        {
            "coming" or "upcoming" or "following" => today.Next(weekday),
            "this" or "current" or "next" => PeriodReader
                .InRow(today, DateWords.Which(which)!.Value, CalendarUnit.Week)
                .First.PlusDays((int)weekday - 1),
            _ => today.Previous(weekday),
        };
}
