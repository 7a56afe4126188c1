namespace ClickUpMcp.Values;

/// <summary>Reads dates with a month's name: "25 dec", "December 25th, 2026", "21-APR-26", "2026/Aug/10", "june of 2026", "december".</summary>
internal static class MonthDateReader
{
    private const int FirstShortYear = 70;

    /// <summary>Reads a date with a month's name if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        int start = tokens.Position;
        if (TakeYearFirst(tokens, parts) || Back(tokens, start, TakeDayFirst(tokens, parts)))
        {
            return true;
        }

        tokens.Position = start;
        return TakeMonthFirst(tokens, parts);
    }

    /// <summary>Reads the day of a month that is not named: "the 15th".</summary>
    public static bool TakeDayAlone(DateTokens tokens, DateParts parts) =>
        (tokens.Current.Kind == DateTokenKind.Number || tokens.Peek(-1).Text == "the")
        && NumberWords.TakeOrdinal(tokens) is { } day
        && parts.SetDayOfMonth(day);

    /// <summary>Reads the year of a date whose day and month came before, as in "Oct 26 11:00 2026".</summary>
    public static bool TakeYear(DateTokens tokens, DateParts parts) =>
        tokens.TakeNumber(4, 4) is { } year && parts.SetYear(year);

    private static bool Back(DateTokens tokens, int start, bool isRead)
    {
        tokens.Position = isRead ? tokens.Position : start;
        return isRead;
    }

    private static bool TakeYearFirst(DateTokens tokens, DateParts parts)
    {
        if (tokens.TakeNumber(4, 4) is not { } year)
        {
            return false;
        }

        tokens.TakeJoint("-/.");
        if (tokens.Take(DateWords.Month) is not { } month)
        {
            return false;
        }

        TakeJoint(tokens);
        return TakeDay(tokens) is { } day
            ? parts.SetDates(new CalendarDate(year, month, day))
            : PeriodReader.SetNamed(parts, month, CalendarUnit.Month, year);
    }

    private static bool TakeDayFirst(DateTokens tokens, DateParts parts)
    {
        if (TakeDay(tokens) is not { } day)
        {
            return false;
        }

        TakeJoint(tokens);
        return tokens.Take(DateWords.Month) is { } month
            && parts.SetDates(new CalendarDate(TakeYear(tokens), month, day));
    }

    private static bool TakeMonthFirst(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take(DateWords.Month) is not { } month)
        {
            return false;
        }

        int start = tokens.Position;
        TakeJoint(tokens);
        tokens.Take("the");
        if (TakeDay(tokens) is { } day)
        {
            return parts.SetDates(new CalendarDate(TakeYear(tokens), month, day));
        }

        // Two digits after a month alone are a year only where they can be no slip for a day.
        tokens.Position = start;
        return !(tokens.Current.IsNumber(2, 2) && int.Parse(tokens.Current.Text) < FirstShortYear)
            && PeriodReader.SetNamed(parts, month, CalendarUnit.Month, TakeYear(tokens));
    }

    private static void TakeJoint(DateTokens tokens) => _ = tokens.TakeJoint("-/.") is not null || tokens.Take("of");

    private static int? TakeDay(DateTokens tokens)
    {
        if (NumberWords.TakeOrdinal(tokens) is { } ordinal)
        {
            return ordinal;
        }

        bool isDay = tokens.Current.IsNumber(1, 2) && int.Parse(tokens.Current.Text) <= 31;
        return isDay && !IsTime(tokens) ? tokens.TakeNumber(1, 2) : null;
    }

    /// <summary>A year of four digits, or of two that cannot be the hours of a time.</summary>
    private static int? TakeYear(DateTokens tokens)
    {
        int start = tokens.Position;
        TakeJoint(tokens);
        int? year =
            tokens.TakeNumber(4, 4)
            ?? (tokens.Take("'") ? tokens.TakeNumber(2, 2) : null)
            ?? (
                tokens.Current.IsNumber(2, 2) && !IsTime(tokens) && !IsWordedTime(tokens)
                    ? tokens.TakeNumber(2, 2)
                    : null
            );
        if (
            year is { } number
            && NumericDateReader.Year(number) is >= CalendarDays.FirstYear and <= CalendarDays.LastYear and { } full
        )
        {
            return full;
        }

        tokens.Position = start;
        return null;
    }

    private static bool IsTime(DateTokens tokens)
    {
        DateToken next = tokens.Peek(1);
        return next.IsJoinedSign(':')
            || next is { Kind: DateTokenKind.Word, Text: "am" or "pm" or "a" or "p" or "h" or "o" or "o'clock" };
    }

    private static bool IsWordedTime(DateTokens tokens) =>
        tokens.Peek(1).Text is "in" or "noon" or "midday" or "midnight" or "tonight";
}
