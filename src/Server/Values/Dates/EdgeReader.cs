namespace ClickUpMcp.Values;

/// <summary>Reads which end of a day or period is meant: "end of", "start of the week", "eod", "eom".</summary>
internal static class EdgeReader
{
    /// <summary>Reads an end if one comes next, and the period with it where that is just "the week" or the like.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take(Abbreviated) is { } unit)
        {
            return Set(parts, DateEdge.End, unit);
        }

        bool isStart = tokens.Take("start", "of") || tokens.Take("beginning", "of");
        if (!isStart && !tokens.Take("end", "of"))
        {
            return false;
        }

        DateEdge edge = isStart ? DateEdge.Start : DateEdge.End;
        tokens.Take("the");
        return tokens.Take(DateWords.Period) is { } period ? Set(parts, edge, period) : parts.SetEdge(edge);
    }

    private static CalendarUnit? Abbreviated(string word) =>
        word switch
        {
            "eod" => CalendarUnit.Day,
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
