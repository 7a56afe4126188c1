using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads "today", "tomorrow", "yesterday" and weekdays, with "this", "next" or "last" before them or alone.</summary>
/// <remarks>
/// "this" and "next" choose a weekday by calendar week, but what looks ahead does not take "this friday" for one that is over. "last" is
/// the latest one before today, "coming" the first one after it, and "friday week" the one a week after that.
/// </remarks>
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

        if (isChosen)
        {
            return parts.SetDays(a => DayRange.Single(Chosen(a, which, weekday)));
        }

        bool isWeekLater = tokens.Current.Text == "week" && tokens.Peek(1).Kind == DateTokenKind.End;
        if (!isWeekLater)
        {
            return parts.SetWeekday(weekday);
        }

        tokens.Position++;
        return parts.SetDays(a => DayRange.Single(a.Today.PlusDays(-1).Next(weekday).PlusWeeks(1)));
    }

    private static LocalDate Chosen(DateAnchor anchor, string which, IsoDayOfWeek weekday)
    {
        LocalDate today = anchor.Today;
        if (which is "coming" or "upcoming" or "following")
        {
            return today.Next(weekday);
        }

        if (DateWords.Which(which) is not (>= 0 and { } row))
        {
            return today.Previous(weekday);
        }

        LocalDate day = PeriodReader.InRow(today, row, CalendarUnit.Week).First.PlusDays((int)weekday - 1);
        return anchor.Direction == DateDirection.Future && day < today ? day.PlusWeeks(1) : day;
    }
}
