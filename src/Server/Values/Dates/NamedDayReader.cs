namespace ClickUpMcp.Values;

/// <summary>Reads days that have a name and a fixed place in every year: "christmas eve", "new year's day", "boxing day".</summary>
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

        if (tokens.Take("new", "years") || tokens.Take("new", "year"))
        {
            bool isEve = tokens.Take("eve");
            tokens.Take("day");
            return parts.SetDates(isEve ? new CalendarDate(null, 12, 31) : new CalendarDate(null, 1, 1));
        }

        if (tokens.Take("boxing", "day"))
        {
            return parts.SetDates(new CalendarDate(null, 12, 26));
        }

        if (tokens.Take("nye"))
        {
            return parts.SetDates(new CalendarDate(null, 12, 31));
        }

        if (tokens.Take("halloween"))
        {
            return parts.SetDates(new CalendarDate(null, 10, 31));
        }

        return (tokens.Take("valentine's", "day") || tokens.Take("valentines", "day"))
            && parts.SetDates(new CalendarDate(null, 2, 14));
    }
}
