using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Counting days, weeks, months, quarters and years on the calendar.</summary>
internal static class CalendarMath
{
    /// <summary>The day <paramref name="count"/> units after (or, when negative, before) a day.</summary>
    public static LocalDate Add(LocalDate day, int count, CalendarUnit unit) =>
        unit switch
        {
            CalendarUnit.BusinessDay => AddBusinessDays(day, count),
            CalendarUnit.Week => day.PlusWeeks(count),
            CalendarUnit.Fortnight => day.PlusWeeks(2 * count),
            CalendarUnit.Month => day.PlusMonths(count),
            CalendarUnit.Quarter => day.PlusMonths(3 * count),
            CalendarUnit.Year => day.PlusYears(count),
            _ => day.PlusDays(count),
        };

    /// <summary>The calendar week, month, quarter or year (or just the day) that holds a day.</summary>
    public static DayRange Around(LocalDate day, CalendarUnit unit)
    {
        LocalDate first = unit switch
        {
            CalendarUnit.Week => day.PlusDays(1 - (int)day.DayOfWeek),
            CalendarUnit.Month => new LocalDate(day.Year, day.Month, 1),
            CalendarUnit.Quarter => new LocalDate(day.Year, day.Month - ((day.Month - 1) % 3), 1),
            CalendarUnit.Year => new LocalDate(day.Year, 1, 1),
            _ => day,
        };
        return new DayRange(first, Add(first, 1, unit).PlusDays(-1));
    }

    private static LocalDate AddBusinessDays(LocalDate day, int count)
    {
        int step = Math.Sign(count);
        for (int left = Math.Abs(count); left > 0; )
        {
            day = day.PlusDays(step);
            left -= day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
