using System.Text.Json;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Projection;

/// <summary>Writes Unix milliseconds as ISO 8601: days on the account's calendar, times in the caller's zone.</summary>
internal static class DateText
{
    // The years 1 to 9999, which have four digits.
    private const decimal FirstMillisecond = -62_135_596_800_000;
    private const decimal LastMillisecond = 253_402_300_799_999;

    /// <summary>Whether a date has a time of day; one that is no number has none.</summary>
    public static bool HasTime(JsonElement value, DateZones zones) =>
        LenientValue.Number(value) is { } milliseconds
        && milliseconds is >= FirstMillisecond and <= LastMillisecond
        && !IsDay(Instant.FromUnixTimeMilliseconds((long)milliseconds), zones.Days);

    /// <summary>The date, with its time of day unless that says "no time"; the text itself when it is not a number.</summary>
    /// <remarks>
    /// ClickUp stores a date without a time as 4:00 in the zone of the person who set it, and this server as the start or end of the day.
    /// </remarks>
    public static string? Format(JsonElement value, DateZones zones)
    {
        if (
            LenientValue.Number(value) is not { } milliseconds
            || milliseconds is < FirstMillisecond or > LastMillisecond
        )
        {
            return LenientValue.Text(value);
        }

        // Zero is how "none" is written in places.
        if (milliseconds == 0)
        {
            return null;
        }

        Instant instant = Instant.FromUnixTimeMilliseconds((long)milliseconds);
        if (IsDay(instant, zones.Days))
        {
            return Day(instant.InZone(zones.Days).LocalDateTime);
        }

        LocalDateTime local = instant.InZone(zones.Times).LocalDateTime;
        return $"{Day(local)}T{local.Hour:00}:{local.Minute:00}";
    }

    /// <summary>Whether the instant is one by which a day without a time is stored.</summary>
    public static bool IsDay(Instant instant, DateTimeZone zone)
    {
        LocalDateTime local = instant.InZone(zone).LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight
            || local.TimeOfDay == new LocalTime(4, 0)
            || local is { Hour: 23, Minute: 59, Second: 59 }
            // Where clocks change at midnight, a day begins or ends at another hour.
            || instant == TimeZones.StartOfDay(local.Date, zone)
            || instant == TimeZones.EndOfDay(local.Date, zone);
    }

    private static string Day(LocalDateTime local) => $"{local.Year:0000}-{local.Month:00}-{local.Day:00}";
}
