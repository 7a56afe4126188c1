using System.Text.Json;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Projection;

/// <summary>Writes Unix milliseconds as ISO 8601: days on the account's calendar, times in the caller's zone.</summary>
internal static class DateText
{
    // Up to the year 9999, the last that the calendar knows.
    private const decimal LastMillisecond = 253_402_300_799_999;

    /// <summary>The date, with its time of day unless that says "no time"; the text itself when it is not a number.</summary>
    /// <remarks>
    /// ClickUp stores a date without a time as 4:00 in the zone of the person who set it, and this server as the start or end of the day.
    /// </remarks>
    public static string? Format(JsonElement value, DateZones zones)
    {
        if (LenientValue.Number(value) is not { } milliseconds)
        {
            return LenientValue.Text(value);
        }

        if (milliseconds is <= 0 or > LastMillisecond)
        {
            return null;
        }

        Instant instant = Instant.FromUnixTimeMilliseconds((long)milliseconds);
        LocalDateTime day = instant.InZone(zones.Days).LocalDateTime;
        if (IsDayOnly(instant, day, zones.Days))
        {
            return Day(day);
        }

        LocalDateTime local = instant.InZone(zones.Times).LocalDateTime;
        return $"{Day(local)}T{local.Hour:00}:{local.Minute:00}";
    }

    private static bool IsDayOnly(Instant instant, LocalDateTime local, DateTimeZone zone) =>
        local.TimeOfDay == LocalTime.Midnight
        || local.TimeOfDay == new LocalTime(4, 0)
        || local is { Hour: 23, Minute: 59, Second: 59 }
        // Where clocks change at midnight, a day begins or ends at another hour.
        || instant == TimeZones.StartOfDay(local.Date, zone)
        || instant == TimeZones.EndOfDay(local.Date, zone);

    private static string Day(LocalDateTime local) => $"{local.Year:0000}-{local.Month:00}-{local.Day:00}";
}
