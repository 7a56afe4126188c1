using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Chooses the day that weekday, day of the month, month and year mean together.</summary>
internal static class DayChooser
{
    // 29 February comes round after eight years at most, and the 31st of a month on a given weekday within 28.
    private const int YearsToSearch = 8;
    private const int MonthsToSearch = 28 * 12;

    /// <summary>The day or days meant, given today; null when the parts name none or do not fit.</summary>
    public static Func<DateAnchor, DayRange>? Choose(DateParts parts, out string? problem)
    {
        problem = null;
        if (parts.Dates is { } readings)
        {
            return OfDates(readings, parts.Weekday, out problem);
        }

        if (parts.DayOfMonth is { } dayOfMonth)
        {
            IsoDayOfWeek? on = parts.Weekday;
            return a => DayRange.Single(a.Closest(step => OfMonth(a.Today, step, dayOfMonth, on), MonthsToSearch));
        }

        if (parts.Weekday is not { } weekday)
        {
            return parts.Days;
        }

        if (parts.Days is not { } days)
        {
            return a => DayRange.Single(a.Closest(step => On(a.Today.PlusDays(step), weekday), 6));
        }

        if (parts.Unit == CalendarUnit.Week)
        {
            return a => DayRange.Single(days(a).First.PlusDays((int)weekday - 1));
        }

        problem = $"names {weekday} beside another day; leave one of them out";
        return null;
    }

    private static Func<DateAnchor, DayRange>? OfDates(
        IReadOnlyList<CalendarDate> readings,
        IsoDayOfWeek? weekday,
        out string? problem
    )
    {
        problem = null;
        CalendarDate[] fitting = [.. readings.Where(r => weekday is null || r.Year is null || WeekdayOf(r) == weekday)];
        if (fitting.Length == 0)
        {
            problem =
                $"is not possible: {readings[0]} is a {WeekdayOf(readings[0])}; leave the weekday out, or write the day that is meant";
            return null;
        }

        if (fitting.Length > 1)
        {
            problem =
                $"is ambiguous: {fitting[0]} (day first) or {fitting[1]} (month first); write the one that is meant";
            return null;
        }

        CalendarDate date = fitting[0];
        if (date.Year is { } year && date.In(year) is { } day)
        {
            return _ => DayRange.Single(day);
        }

        return a => DayRange.Single(a.Closest(step => date.In(a.Today.Year + step), YearsToSearch));
    }

    private static IsoDayOfWeek? WeekdayOf(CalendarDate date) =>
        date.Year is { } year ? date.In(year)?.DayOfWeek : null;

    private static LocalDate? OfMonth(LocalDate today, int step, int day, IsoDayOfWeek? weekday)
    {
        LocalDate first = today.With(DateAdjusters.StartOfMonth).PlusMonths(step);
        return
            CalendarDays.Day(first.Year, first.Month, day) is { } found
            && (weekday is null || found.DayOfWeek == weekday)
            ? found
            : null;
    }

    private static LocalDate? On(LocalDate day, IsoDayOfWeek weekday) => day.DayOfWeek == weekday ? day : null;
}
