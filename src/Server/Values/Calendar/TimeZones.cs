using NodaTime;
using NodaTime.TimeZones;

namespace ClickUpMcp.Values;

/// <summary>Time zones by IANA id, from the data that comes with NodaTime: the host may have none.</summary>
internal static class TimeZones
{
    // A day that begins in a gap starts when the gap ends; AtStartOfDay would throw for the days that Samoa skipped.
    private static readonly ZoneLocalMappingResolver StartOfDayResolver = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    /// <summary>The zone; null when the id is unknown.</summary>
    public static DateTimeZone? Find(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>The zone of an id in any case; null when there is none.</summary>
    public static DateTimeZone? FindFolded(string id)
    {
        string? known = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(i =>
            string.Equals(i, id, StringComparison.OrdinalIgnoreCase)
        );
        return known is null ? null : DateTimeZoneProviders.Tzdb[known];
    }

    /// <summary>The first instant of a day.</summary>
    public static Instant StartOfDay(LocalDate date, DateTimeZone zone) =>
        zone.ResolveLocal(date.AtMidnight(), StartOfDayResolver).ToInstant();

    /// <summary>The last millisecond of a day.</summary>
    public static Instant EndOfDay(LocalDate date, DateTimeZone zone) =>
        StartOfDay(date.PlusDays(1), zone) - Duration.FromMilliseconds(1);
}
