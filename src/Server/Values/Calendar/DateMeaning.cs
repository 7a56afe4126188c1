using NodaTime;
using NodaTime.TimeZones;

namespace ClickUpMcp.Values;

/// <summary>What a date's words mean, before it is known what day it is and where.</summary>
/// <remarks>At least one of <see cref="Exact"/>, <see cref="FromNow"/>, <see cref="Days"/>, <see cref="Time"/> and <see cref="Edge"/> is set.</remarks>
internal sealed record DateMeaning
{
    /// <summary>A point in time that depends on nothing.</summary>
    public Instant? Exact { get; init; }

    /// <summary>A distance from now that has a time.</summary>
    public DateDistance? FromNow { get; init; }

    /// <summary>Whether <see cref="FromNow"/> is back where the argument looks back.</summary>
    public bool IsDirected { get; init; }

    /// <summary>The day or days meant, given today.</summary>
    public Func<DateAnchor, DayRange>? Days { get; init; }

    /// <summary>Whether <see cref="Days"/> can be several days, so that a time of day would be meaningless.</summary>
    public bool IsPeriod { get; init; }

    /// <summary>The end of the day or period that the words name, as in "start of next week"; null leaves it to the argument.</summary>
    public DateEdge? Edge { get; init; }

    /// <summary>The time of day.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>Whether the time is midnight, which closes the day where the end of one is asked for.</summary>
    public bool ClosesDay { get; init; }

    /// <summary>Seconds by which <see cref="Time"/> is moved.</summary>
    public long ShiftSeconds { get; init; }

    /// <summary>The zone that the words name.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>The weekday named beside a day without a year.</summary>
    public IsoDayOfWeek? Weekday { get; init; }

    /// <summary>Whether the words name a time and not only a day.</summary>
    public bool HasTime => Exact is not null || FromNow is not null || Time is not null;

    /// <summary>The instant meant.</summary>
    /// <param name="now">The present.</param>
    /// <param name="zone">The zone of times, unless the words name another, and of what day it is.</param>
    /// <param name="dayZone">The zone in which a day without a time begins and ends.</param>
    /// <param name="edge">Which end of a day is meant.</param>
    /// <param name="direction">Which way to look for what comes round.</param>
    public Instant ToInstant(
        Instant now,
        DateTimeZone zone,
        DateTimeZone dayZone,
        DateEdge edge,
        DateDirection direction
    )
    {
        if (Exact is { } exact)
        {
            return exact;
        }

        DateTimeZone named = Zone ?? zone;
        LocalDateTime local = now.InZone(named).LocalDateTime;
        if (FromNow is { } fromNow)
        {
            DateDistance distance = IsDirected ? fromNow.Toward(direction) : fromNow;
            // Through the calendar only for calendar units: an hour is an hour, also when clocks change.
            LocalDate moved = distance.From(local.Date);
            Instant start = moved == local.Date ? now : At(moved + local.TimeOfDay, named);
            return start + Duration.FromSeconds(distance.Seconds);
        }

        DateAnchor anchor = new(local.Date, direction);
        DayRange days = Days?.Invoke(anchor) ?? DayRange.Single(local.Date);
        bool isStart = (Edge ?? edge) == DateEdge.Start;
        LocalDate day = isStart ? days.First : days.Last;
        if (Time is not { } time)
        {
            return isStart ? TimeZones.StartOfDay(day, dayZone) : TimeZones.EndOfDay(day, dayZone);
        }

        Instant instant = AtTime(day, time, named, edge);
        if (Days is null)
        {
            int step = direction == DateDirection.Future ? 1 : -1;
            instant = instant.CompareTo(now) == -step ? AtTime(day.PlusDays(step), time, named, edge) : instant;
        }

        return instant + Duration.FromSeconds(ShiftSeconds);
    }

    private Instant AtTime(LocalDate day, LocalTime time, DateTimeZone zone, DateEdge edge) =>
        ClosesDay && edge == DateEdge.End ? TimeZones.EndOfDay(day, zone) : At(day + time, zone);

    private static Instant At(LocalDateTime local, DateTimeZone zone) =>
        zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();
}
