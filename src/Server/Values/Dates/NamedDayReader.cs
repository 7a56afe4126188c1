namespace ClickUpMcp.Values;

/// <summary>Reads days that have a name and a fixed place in every year: "christmas eve", "new year's day".</summary>
internal static class NamedDayReader
{
    /// <summary>Reads such a day if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take("christmas") || tokens.Take("xmas"))
        {
            int day = tokens.Take("eve") ? 24 : 25;
            tokens.Take("day");
            return parts.SetDates(new CalendarDate(null, 12, day));
        }

        if (tokens.Take("new", "year's") || tokens.Take("new", "years") || tokens.Take("new", "year"))
        {
            bool isEve = tokens.Take("eve");
            tokens.Take("day");
            return parts.SetDates(isEve ? new CalendarDate(null, 12, 31) : new CalendarDate(null, 1, 1));
        }

        return false;
    }
}
