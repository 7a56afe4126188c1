namespace ClickUpMcp.Sandbox.Model;

/// <summary>The users' time zone, Europe/Berlin, by the rule of the EU, so that no zone database is needed.</summary>
internal static class WorkspaceClock
{
    /// <summary>4:00 on the local day of the moment: where ClickUp puts dates without a time of day.</summary>
    public static long AtFour(long moment)
    {
        var utc = DateTimeOffset.FromUnixTimeMilliseconds(moment);
        var day = (utc + Offset(utc)).Date;
        var four = new DateTimeOffset(day.AddHours(4), TimeSpan.Zero);
        // Both changes happen before 4:00, so the offset of that day's noon is the right one.
        return (four - Offset(new DateTimeOffset(day.AddHours(12), TimeSpan.Zero))).ToUnixTimeMilliseconds();
    }

    private static TimeSpan Offset(DateTimeOffset utc) =>
        utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10)
            ? TimeSpan.FromHours(2)
            : TimeSpan.FromHours(1);

    private static DateTimeOffset LastSunday(int year, int month)
    {
        var last = new DateTimeOffset(year, month, DateTime.DaysInMonth(year, month), 1, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
