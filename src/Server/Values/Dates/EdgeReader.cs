namespace ClickUpMcp.Values;

/// <summary>Reads which end of a day or period is meant: "end of", "start of the week", "eod", "eom", "close of business", "month end".</summary>
internal static class EdgeReader
{
    // Friday.
    private const int LastWorkday = 4;

    /// <summary>Reads an end if one comes next, and the period with it where that is just "the week" or the like.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take(Abbreviated) is { } unit)
        {
            return TakeAbbreviated(tokens, parts, unit);
        }

        // When business closes nobody says: the day is meant.
        if (tokens.Take("close", "of") || tokens.Take("end", "of"))
        {
            if (tokens.Take("business") || tokens.Take("play"))
            {
                return Set(parts, DateEdge.End, CalendarUnit.Day);
            }

            return tokens.Peek(-2).Text == "end" && TakeOf(tokens, parts, DateEdge.End);
        }

        if (tokens.Take("start", "of") || tokens.Take("beginning", "of"))
        {
            return TakeOf(tokens, parts, DateEdge.Start);
        }

        return TakeBare(tokens, parts);
    }

    /// <summary>"eow", "eow next week", or "eow" after "next week".</summary>
    private static bool TakeAbbreviated(DateTokens tokens, DateParts parts, CalendarUnit unit)
    {
        if (unit != CalendarUnit.Day && parts.IsPeriod && parts.Unit == unit)
        {
            return parts.SetEdge(DateEdge.End);
        }

        int start = tokens.Position;
        if (tokens.Take(DateWords.Which) is { } which && tokens.Take(DateWords.Period) == unit)
        {
            return unit == CalendarUnit.Day
                ? Set(parts, DateEdge.End, unit)
                : parts.SetEdge(DateEdge.End)
                    && parts.SetDays(a => PeriodReader.InRow(a.Today, which, unit), true, unit);
        }

        tokens.Position = start;
        return Set(parts, DateEdge.End, unit);
    }

    /// <summary>What comes after "end of".</summary>
    private static bool TakeOf(DateTokens tokens, DateParts parts, DateEdge edge)
    {
        tokens.Take("the");
        int start = tokens.Position;
        if ((tokens.Take("work") || tokens.Take("working") || tokens.Take("business")) && tokens.Take("week"))
        {
            return parts.SetEdge(edge)
                && parts.SetDays(static a => WorkWeek(PeriodReader.InRow(a.Today, 0, CalendarUnit.Week)), true);
        }

        tokens.Position = start;
        bool isCounted =
            tokens.Peek(1).Text is "of" or "after"
            || (tokens.Peek(1).IsNumber(1, 2) && !tokens.Peek(2).IsJoinedSign(':'));
        return !isCounted && tokens.Take(DateWords.Period) is { } period
            ? Set(parts, edge, period)
            : parts.SetEdge(edge);
    }

    /// <summary>"month end", "end" after a period as in "next month end", and "end" before one as in "end december".</summary>
    private static bool TakeBare(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take(DateWords.Period) is { } unit)
        {
            return unit != CalendarUnit.Day && tokens.Take("end") && Set(parts, DateEdge.End, unit);
        }

        if (!tokens.Take("end"))
        {
            return false;
        }

        string next = tokens.Current.Text;
        return (parts.IsPeriod || DateWords.Month(next) is not null || DateWords.Which(next) is not null)
            && parts.SetEdge(DateEdge.End);
    }

    private static DayRange WorkWeek(DayRange week) => week with { Last = week.First.PlusDays(LastWorkday) };

    private static CalendarUnit? Abbreviated(string word) =>
        word switch
        {
            "eod" or "cob" or "eob" => CalendarUnit.Day,
            "eow" => CalendarUnit.Week,
            "eom" => CalendarUnit.Month,
            "eoq" => CalendarUnit.Quarter,
            "eoy" => CalendarUnit.Year,
            _ => null,
        };

    private static bool Set(DateParts parts, DateEdge edge, CalendarUnit unit) =>
        parts.SetEdge(edge, isOfDay: unit == CalendarUnit.Day)
        && (unit == CalendarUnit.Day || parts.SetDays(a => PeriodReader.InRow(a.Today, 0, unit), isPeriod: true, unit));
}
