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
        return TakePeriod(tokens, period, out CalendarUnit? round)
            && parts.SetDays(a => DayRange.Single(Find(a, period.Days!, round, nth, isCounted)));
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

    /// <summary>Reads the period, and the unit after which it comes round where the words leave open which one is meant.</summary>
    private static bool TakePeriod(DateTokens tokens, DateParts period, out CalendarUnit? round)
    {
        tokens.Take("the");
        bool isYearless = tokens.Current.Kind == DateTokenKind.Word && DateWords.Month(tokens.Current.Text) is not null;
        round = null;
        if (tokens.Take(DateWords.Period) is { } unit)
        {
            round = unit;
            return unit != CalendarUnit.Day
                && period.SetDays(a => PeriodReader.InRow(a.Today, 0, unit), isPeriod: true);
        }

        int start = tokens.Position;
        if (MonthDateReader.Take(tokens, period))
        {
            round = isYearless && tokens.Peek(-1).Kind == DateTokenKind.Word ? CalendarUnit.Year : null;
            return period.IsPeriod;
        }

        tokens.Position = start;
        return PeriodReader.Take(tokens, period) && period.IsPeriod;
    }

    private static LocalDate Find(
        DateAnchor anchor,
        Func<DateAnchor, DayRange> period,
        CalendarUnit? round,
        int nth,
        Func<LocalDate, bool>? isCounted
    )
    {
        DayRange days = period(anchor);
        LocalDate found = Nth(days, nth, isCounted);
        bool isFuture = anchor.Direction == DateDirection.Future;
        if (round is not { } unit || (isFuture ? found >= anchor.Today : found <= anchor.Today))
        {
            return found;
        }

        LocalDate other = CalendarMath.Add(days.First, isFuture ? 1 : -1, unit);
        return Nth(CalendarMath.Around(other, unit == CalendarUnit.Year ? CalendarUnit.Month : unit), nth, isCounted);
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
