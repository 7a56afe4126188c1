using System.Globalization;
using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Writes what a date turned out to mean: <c>Fri 2026-12-04 15:00 (Europe/Berlin)</c>.</summary>
internal static class DateEcho
{
    /// <summary>The day with its weekday, the time or the end of the day, and the zone.</summary>
    public static string Describe(DateExpression date, ResolvedDate resolved, DateZones zones)
    {
        DateTimeZone zone = resolved.HasTime ? zones.Times : zones.Days;
        LocalDateTime local = Instant.FromUnixTimeMilliseconds(resolved.UnixMilliseconds).InZone(zone).LocalDateTime;
        string day = local.ToString("ddd uuuu-MM-dd", CultureInfo.InvariantCulture);
        string mismatch =
            resolved.NamedWeekday is { } named && named != local.DayOfWeek ? $", which is no {named}" : string.Empty;
        if (resolved.HasTime)
        {
            return $"{day} {local.ToString("HH:mm", CultureInfo.InvariantCulture)} ({zone.Id}){mismatch}";
        }

        string edge = (resolved.NamedEdge ?? date.Edge) == DateEdge.Start ? "start" : "end";
        return $"{day} ({edge} of day, {zone.Id}){mismatch}";
    }

    /// <summary>Whether there is nothing to say: the caller wrote no date, or a day in ISO 8601.</summary>
    public static bool IsPlain(DateExpression date) =>
        date.IsDefault
        || (
            date.Text.Trim() is { Length: 10 } text
            && text[4] == '-'
            && text[7] == '-'
            && text.All(static c => char.IsAsciiDigit(c) || c == '-')
        );
}
