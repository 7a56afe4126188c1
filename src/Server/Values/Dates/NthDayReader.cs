using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads a day counted within a period: "first monday of january", "last day of month", "15th of next month".</summary>
internal static class NthDayReader
{
    // Every month has four of each weekday, and 28 days.
    private const int MostWeekdays = 4;
    private const int MostDays = 28;
    private const int LongestPeriod = 366;

    /// <summary>Reads a day counted within a period if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        bool isLast = tokens.Take("last");
        int? count = isLast ? -1 : NumberWords.TakeOrdinal(tokens);
        if (count is not { } nth || nth == 0)
        {
            return false;
        }

        Func<LocalDate, bool>? isCounted = TakeKind(tokens, out int most);
        if (nth > most || (isLast && isCounted is null) || !(tokens.Take("of") || tokens.Take("in")))
        {
            return false;
        }

        DateParts period = new();
        if (!TakePeriod(tokens, period, out bool isYearless))
        {
            return false;
        }

        return parts.SetDays(a => DayRange.Single(Find(a, period.Days!, isYearless, nth, isCounted)));
    }

    /// <summary>Reads what is counted; null when the ordinal is just a day of the month.</summary>
    private static Func<LocalDate, bool>? TakeKind(DateTokens tokens, out int most)
    {
        most = MostWeekdays;
        if (tokens.Take(DateWords.Weekday) is { } weekday)
        {
            return day => day.DayOfWeek == weekday;
        }

        if (DistanceReader.TakeUnit(tokens) is { } unit)
        {
            most = unit switch
            {
                CalendarUnit.Day => MostDays,
                CalendarUnit.BusinessDay => MostWeekdays,
                _ => 0,
            };
            return unit == CalendarUnit.Day
                ? static _ => true
                : static day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        }

        most = MostDays;
        return null;
    }

    private static bool TakePeriod(DateTokens tokens, DateParts period, out bool isYearless)
    {
        tokens.Take("the");
        isYearless = tokens.Current.Kind == DateTokenKind.Word && DateWords.Month(tokens.Current.Text) is not null;
        if (tokens.Take(DateWords.Period) is { } unit)
        {
            return unit != CalendarUnit.Day
                && period.SetDays(a => PeriodReader.InRow(a.Today, 0, unit), isPeriod: true);
        }

        int start = tokens.Position;
        if (MonthDateReader.Take(tokens, period))
        {
            isYearless &= tokens.Peek(-1).Kind == DateTokenKind.Word;
            return period.IsPeriod;
        }

        tokens.Position = start;
        return PeriodReader.Take(tokens, period) && period.IsPeriod;
    }

    private static LocalDate Find(
        DateAnchor anchor,
        Func<DateAnchor, DayRange> period,
        bool isYearless,
        int nth,
        Func<LocalDate, bool>? isCounted
    )
    {
        DayRange days = period(anchor);
        LocalDate found = Nth(days, nth, isCounted);
        if (!isYearless || (anchor.Direction == DateDirection.Future ? found >= anchor.Today : found <= anchor.Today))
        {
            return found;
        }

        int years = anchor.Direction == DateDirection.Future ? 1 : -1;
        return Nth(CalendarMath.Around(days.First.PlusYears(years), CalendarUnit.Month), nth, isCounted);
    }

    private static LocalDate Nth(DayRange days, int nth, Func<LocalDate, bool>? isCounted) =>
        nth < 0
            ? Enumerable.Range(0, LongestPeriod).Select(n => days.Last.PlusDays(-n)).First(isCounted!)
            : Enumerable
                .Range(0, LongestPeriod)
                .Select(n => days.First.PlusDays(n))
                .Where(isCounted ?? (static _ => true))
                .ElementAt(nth - 1);
}
