using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads dates in figures: <c>2026-12-31</c>, <c>20261231</c>, <c>2026-W53</c>, <c>12/31/2026</c>, <c>31.12.26</c>, <c>5/31</c>, <c>04/2026</c>.</summary>
/// <remarks>With dots the day comes first; with slashes or hyphens either may, and both readings are kept where both exist.</remarks>
internal static class NumericDateReader
{
    private const int HoursOfDay = 24;

    // Two digits are a year up to 2069 or from 1970 on, as elsewhere in computing.
    private const int LastShortYear = 69;

    /// <summary>Reads a date in figures if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        bool isRead =
            tokens.Current.IsNumber(8, 8) ? TakeCompact(tokens, parts)
            : tokens.Current.IsNumber(4, 4) ? TakeYearFirst(tokens, parts)
            : TakeYearLast(tokens, parts);
        return isRead && tokens.Current is not { IsJoined: true, Kind: DateTokenKind.Number };
    }

    /// <summary>The year that a number of two or four digits means.</summary>
    public static int Year(int number) =>
        number > 99 ? number
        : number <= LastShortYear ? 2000 + number
        : 1900 + number;

    private static bool TakeCompact(DateTokens tokens, DateParts parts)
    {
        string figures = tokens.Current.Text;
        tokens.Position++;
        int year = int.Parse(figures[..4]);
        return parts.SetDates(new CalendarDate(year, int.Parse(figures[4..6]), int.Parse(figures[6..])));
    }

    private static bool TakeYearFirst(DateTokens tokens, DateParts parts)
    {
        int year = tokens.TakeNumber(4, 4)!.Value;
        if (TakeWeekOf(year, tokens, parts) is { } isWeek)
        {
            return isWeek;
        }

        if (tokens.TakeJoint("-/.") is not { } joint)
        {
            // 2026 12 31
            return tokens.Current.IsNumber(2, 2)
                && tokens.Peek(1).IsNumber(2, 2)
                && !tokens.Peek(2).IsJoinedSign(':')
                && parts.SetDates(
                    new CalendarDate(year, tokens.TakeNumber(2, 2)!.Value, tokens.TakeNumber(2, 2)!.Value)
                );
        }

        if (joint == '-' && tokens.TakeNumber(3, 3) is { } dayOfYear)
        {
            return CalendarDays.Day(year, 1, 1) is { } first
                && dayOfYear >= 1
                && dayOfYear <= CalendarSystem.Iso.GetDaysInYear(year)
                && parts.SetDays(_ => DayRange.Single(first.PlusDays(dayOfYear - 1)));
        }

        bool hasTwoDigits = tokens.Current.IsNumber(2, 2);
        if (tokens.TakeNumber(1, 2) is not { } month)
        {
            return false;
        }

        if (tokens.Current.IsJoinedSign(joint) && tokens.TakeJoint("-/.") is not null)
        {
            return tokens.TakeNumber(1, 2) is { } day && parts.SetDates(new CalendarDate(year, month, day));
        }

        return hasTwoDigits && joint != '.' && SetMonth(parts, year, month);
    }

    /// <summary>Reads the week of ISO 8601 after its year, as in <c>2026-W53</c> or <c>2026W53-5</c>; null when there is none.</summary>
    private static bool? TakeWeekOf(int year, DateTokens tokens, DateParts parts)
    {
        int start = tokens.Position;
        tokens.TakeJoint("-");
        if (!tokens.Current.IsJoined || !tokens.Take("w"))
        {
            tokens.Position = start;
            return null;
        }

        if (tokens.TakeNumber(2, 2) is not { } week || PeriodReader.Week(year, week) is not { } days)
        {
            return false;
        }

        return tokens.TakeJoint("-") is null
            ? parts.SetDays(_ => days, isPeriod: true, CalendarUnit.Week)
            : tokens.TakeNumber(1, 1) is >= 1 and <= 7 and { } weekday
                && parts.SetDays(_ => DayRange.Single(days.First.PlusDays(weekday - 1)));
    }

    private static bool TakeYearLast(DateTokens tokens, DateParts parts)
    {
        if (tokens.TakeNumber(1, 2) is not { } first || tokens.TakeJoint("/-.") is not { } joint)
        {
            return false;
        }

        if (tokens.TakeNumber(4, 4) is { } yearOfMonth)
        {
            return SetMonth(parts, yearOfMonth, first);
        }

        if (tokens.TakeNumber(1, 2) is not { } second)
        {
            return false;
        }

        int? year = null;
        if (tokens.Current.IsJoinedSign(joint) && tokens.TakeJoint("/-.") is not null)
        {
            if (!tokens.Current.IsNumber(2, 2) && !tokens.Current.IsNumber(4, 4))
            {
                return false;
            }

            year = Year(tokens.TakeNumber(2, 4)!.Value);
        }

        // Without a year only slashes make a date: 12-30 may be a span and 12.30 a time, but there is no hour 31.
        if (year is null && joint != '/' && !(joint == '.' && first > HoursOfDay))
        {
            return false;
        }

        CalendarDate dayFirst = new(year, second, first);
        return joint == '.' && dayFirst.Exists
            ? parts.SetDates(dayFirst)
            : parts.SetDates(dayFirst, new CalendarDate(year, first, second));
    }

    private static bool SetMonth(DateParts parts, int year, int month) =>
        CalendarDays.Day(year, month, 1) is { } start
        && parts.SetDays(_ => CalendarMath.Around(start, CalendarUnit.Month), isPeriod: true, CalendarUnit.Month);
}
