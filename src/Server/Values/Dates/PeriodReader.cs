using NodaTime;
using NodaTime.Calendars;

namespace ClickUpMcp.Values;

/// <summary>Reads periods: "next week", "this quarter", "last weekend", "week 53", "week after next", "next january", "2027".</summary>
internal static class PeriodReader
{
    private const int YearsToSearch = 1;

    /// <summary>Reads a period if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        int start = tokens.Position;
        return TakeInRow(tokens, parts)
            || Retry(tokens, start) && TakeAfterNext(tokens, parts)
            || Retry(tokens, start) && YearPartReader.Take(tokens, parts)
            || Retry(tokens, start) && TakeWeek(tokens, parts)
            || Retry(tokens, start) && TakeWeekend(tokens, parts, which: 0)
            || Retry(tokens, start) && TakeYear(tokens, parts);
    }

    /// <summary>Sets a month or quarter by name, of a year or else of the closest one.</summary>
    public static bool SetNamed(DateParts parts, int firstMonth, CalendarUnit unit, int? year)
    {
        if (year is not { } known)
        {
            return parts.SetDays(a => Closest(a, firstMonth, unit), isPeriod: true, unit);
        }

        return CalendarDays.Day(known, firstMonth, 1) is { } start
            && parts.SetDays(_ => CalendarMath.Around(start, unit), isPeriod: true, unit);
    }

    /// <summary>A week by the numbers of ISO 8601; null when the year has no such week.</summary>
    public static DayRange? Week(int year, int week)
    {
        bool exists =
            year is >= CalendarDays.FirstYear and <= CalendarDays.LastYear
            && week >= 1
            && week <= WeekYearRules.Iso.GetWeeksInWeekYear(year);
        return exists
            ? CalendarMath.Around(WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday), CalendarUnit.Week)
            : null;
    }

    /// <summary>The period so many after (or, when negative, before) the one that holds a day.</summary>
    public static DayRange InRow(LocalDate today, int which, CalendarUnit unit) =>
        // From the first day: a month after 31 January would otherwise depend on February's length.
        CalendarMath.Around(CalendarMath.Add(CalendarMath.Around(today, unit).First, which, unit), unit);

    private static bool Retry(DateTokens tokens, int start)
    {
        tokens.Position = start;
        return true;
    }

    private static bool TakeInRow(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take("past", "week") || tokens.Take("past", "month") || tokens.Take("past", "year"))
        {
            CalendarUnit rolling = DateWords.Unit(tokens.Peek(-1).Text)!.Value;
            return parts.SetDays(a => new DayRange(CalendarMath.Add(a.Today, -1, rolling), a.Today), isPeriod: true);
        }

        if (tokens.Take(DateWords.Which) is not { } which)
        {
            return false;
        }

        if (tokens.Take(DateWords.Month) is { } month)
        {
            // "This january" of a task that is due is the coming one.
            return parts.SetDays(
                a =>
                    which == 0 && a.Direction == DateDirection.Future
                        ? Closest(a, month, CalendarUnit.Month)
                        : NamedInRow(a.Today, which, month),
                isPeriod: true,
                CalendarUnit.Month
            );
        }

        int start = tokens.Position;
        if (TakeWeekend(tokens, parts, which))
        {
            return true;
        }

        tokens.Position = start;
        if (which != 0 && TakeStep(tokens) is { } step)
        {
            return step.HasClock
                ? parts.SetDistance(which < 0 ? step.Negate() : step, DistanceOrigin.Now)
                : parts.SetDays(a => DayRange.Single((which < 0 ? step.Negate() : step).From(a.Today)));
        }

        tokens.Position = start;
        return tokens.Take(DateWords.Period) is { } unit
            && parts.SetDays(a => InRow(a.Today, which, unit), isPeriod: unit != CalendarUnit.Day, unit);
    }

    /// <summary>"the week after next".</summary>
    private static bool TakeAfterNext(DateTokens tokens, DateParts parts)
    {
        tokens.Take("the");
        return tokens.Take(DateWords.Period) is { } unit
            && tokens.Take("after", "next")
            && parts.SetDays(a => InRow(a.Today, 2, unit), isPeriod: unit != CalendarUnit.Day, unit);
    }

    // What has no calendar start and end is just the next or the last one.
    private static DateDistance? TakeStep(DateTokens tokens) =>
        DistanceReader.TakeUnit(tokens) is { } unit and <= CalendarUnit.BusinessDay ? DateDistance.Of(1, unit) : null;

    private static bool TakeWeekend(DateTokens tokens, DateParts parts, int which) =>
        tokens.Take("weekend")
        && parts.SetDays(
            a =>
            {
                DayRange week = InRow(a.Today, which, CalendarUnit.Week);
                return week with { First = week.First.PlusDays(5) };
            },
            isPeriod: true
        );

    private static bool TakeWeek(DateTokens tokens, DateParts parts)
    {
        bool isAround =
            tokens.Take("week", "of")
            || tokens.Take("week", "commencing")
            || tokens.Take("week", "beginning")
            || tokens.Take("week", "starting")
            || tokens.Take("w", "/", "c");
        if (isAround)
        {
            return parts.SetWeekAround();
        }

        tokens.Take("calendar");
        if (!tokens.Take("week") && !tokens.Take("wk") && !tokens.Take("cw") && !tokens.Take("w"))
        {
            return false;
        }

        if (tokens.TakeNumber(1, 2) is not (>= 1 and <= 53 and { } week))
        {
            return false;
        }

        tokens.Take("of");
        if (tokens.TakeNumber(4, 4) is { } year)
        {
            return Week(year, week) is { } days && parts.SetDays(_ => days, isPeriod: true, CalendarUnit.Week);
        }

        // Not each year has a week 53.
        return week <= 52 && parts.SetDays(a => ClosestWeek(a, week), isPeriod: true, CalendarUnit.Week);
    }

    // A year alone is a period only where the words ask for one: "end of 2027".
    private static bool TakeYear(DateTokens tokens, DateParts parts) =>
        (parts.Edge is not null || tokens.Peek(-1).Text is "in" or "of" or "year")
        && tokens.TakeNumber(4, 4) is { } year
        && CalendarDays.Day(year, 1, 1) is { } first
        && parts.SetDays(_ => CalendarMath.Around(first, CalendarUnit.Year), isPeriod: true, CalendarUnit.Year);

    private static DayRange Closest(DateAnchor anchor, int firstMonth, CalendarUnit unit)
    {
        DayRange thisYear = CalendarMath.Around(new LocalDate(anchor.Today.Year, firstMonth, 1), unit);
        int years = anchor.Direction switch
        {
            DateDirection.Future => thisYear.Last < anchor.Today ? YearsToSearch : 0,
            _ => thisYear.First > anchor.Today ? -YearsToSearch : 0,
        };
        return CalendarMath.Around(thisYear.First.PlusYears(years), unit);
    }

    private static DayRange ClosestWeek(DateAnchor anchor, int week)
    {
        int year = WeekYearRules.Iso.GetWeekYear(anchor.Today);
        DayRange days = Week(year, week)!.Value;
        int years = anchor.Direction switch
        {
            DateDirection.Future => days.Last < anchor.Today ? YearsToSearch : 0,
            _ => days.First > anchor.Today ? -YearsToSearch : 0,
        };
        return Week(year + years, week)!.Value;
    }

    private static DayRange NamedInRow(LocalDate today, int which, int month)
    {
        int year = which switch
        {
            1 => today.Year + (month > today.Month ? 0 : 1),
            -1 => today.Year - (month < today.Month ? 0 : 1),
            _ => today.Year,
        };
        return CalendarMath.Around(new LocalDate(year, month, 1), CalendarUnit.Month);
    }
}
