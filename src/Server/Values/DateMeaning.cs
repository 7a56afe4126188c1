using NodaTime;
using NodaTime.TimeZones;

namespace ClickUpMcp.Values;

/// <summary>What a date's words mean, before it is known what day it is and where.</summary>
/// <remarks>Exactly one of <see cref="Exact"/>, <see cref="FromNow"/> and <see cref="Days"/> is set, or only <see cref="Time"/>.</remarks>
internal sealed record DateMeaning
{
    /// <summary>A point in time that depends on nothing.</summary>
    public Instant? Exact { get; init; }

    /// <summary>A distance from now, for hours and minutes.</summary>
    public Duration? FromNow { get; init; }

    /// <summary>The day or days meant, given today.</summary>
    public Func<LocalDate, DayRange>? Days { get; init; }

    /// <summary>Whether <see cref="Days"/> can be several days, so that a time of day would be meaningless.</summary>
    public bool IsPeriod { get; init; }

    /// <summary>The end of the period that the words name, as in "start of next week"; null leaves it to the argument.</summary>
    public DateEdge? Edge { get; init; }

    /// <summary>The time of day.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>Whether the words name a time and not only a day.</summary>
    public bool HasTime => Exact is not null || FromNow is not null || Time is not null;

    /// <summary>The instant meant.</summary>
    public Instant ToInstant(Instant now, DateTimeZone zone, DateEdge edge)
    {
        if (Exact is { } exact)
        {
            return exact;
        }

        if (FromNow is { } distance)
        {
            return now + distance;
        }

        LocalDate today = now.InZone(zone).Date;
        DayRange days = Days?.Invoke(today) ?? new DayRange(today, today);
        bool atStart = (Edge ?? edge) == DateEdge.Start;
        LocalDate day = atStart ? days.First : days.Last;
        if (Time is { } time)
        {
            return zone.ResolveLocal(day + time, Resolvers.LenientResolver).ToInstant();
        }

        return atStart ? TimeZones.StartOfDay(day, zone) : TimeZones.EndOfDay(day, zone);
    }
}
