namespace ClickUpMcp.Values;

/// <summary>Puts the parts of a date together, or says why they do not fit.</summary>
internal static class DateComposer
{
    /// <summary>What the parts mean together.</summary>
    public static DateReading Compose(DateParts parts)
    {
        if (parts.Clock is { } written && TimeOf(written, parts.Part) is null)
        {
            return new DateReading(null, ProblemOf(written, parts.Part));
        }

        Func<DateAnchor, DayRange>? days = DayChooser.Choose(parts, out string? problem);
        if (problem is not null)
        {
            return new DateReading(null, problem);
        }

        ClockTime? time =
            parts.Clock is { } clock ? TimeOf(clock, parts.Part)
            : parts.Part is { } part ? ClockTime.Usual(part)
            : null;
        bool isPeriod = parts.IsPeriod && parts.Weekday is null;
        if (parts.IsWeekAround)
        {
            if (days is not { } within || isPeriod)
            {
                return default;
            }

            days = a => CalendarMath.Around(within(a).First, CalendarUnit.Week);
            isPeriod = true;
        }

        DateMeaning day = new()
        {
            Days = days,
            IsPeriod = isPeriod,
            Edge = parts.Edge,
            Time = time?.Time,
            ClosesDay = time?.Form == ClockForm.Midnight,
            Zone = parts.Zone,
            Weekday = parts.Dates is null ? null : parts.Weekday,
        };
        DateMeaning? meaning = parts.IsNow || parts.Distance is not null ? Move(day, parts) : day;
        return meaning is not null && IsWhole(meaning, parts) ? new DateReading(meaning, null) : default;
    }

    private static ClockTime? TimeOf(ClockTime clock, DayPart? part) =>
        part is { } known ? clock.In(known)
        : clock.Form == ClockForm.Bare ? null
        : clock;

    private static string ProblemOf(ClockTime clock, DayPart? part) =>
        part is null
            ? $"does not say which half of the day is meant; write {clock.Time.Hour}am, {clock.Time.Hour}pm, or the time as 15:00"
            : "names a time that is not in that part of the day; write the time as 15:00";

    private static bool IsWhole(DateMeaning meaning, DateParts parts)
    {
        bool isDay = meaning.Days is not null;
        bool hasTime = meaning.Time is not null;
        return (isDay || hasTime || meaning.FromNow is not null || parts.IsEdgeOfDay)
            && (isDay || parts.Edge is null || (parts.IsEdgeOfDay && meaning.FromNow is null))
            && (isDay || parts.Clock is not null || parts.Part is null)
            && !(parts.IsEdgeOfDay && (meaning.IsPeriod || hasTime))
            && !(hasTime && meaning is { IsPeriod: true, Edge: null });
    }

    private static DateMeaning? Move(DateMeaning named, DateParts parts)
    {
        bool isNamed = named.Days is not null || named.Time is not null;
        if (parts.IsNow)
        {
            return isNamed || parts.Edge is not null || parts is { Distance: not null, Origin: DistanceOrigin.Now }
                ? null
                : new DateMeaning { FromNow = (parts.Distance ?? default) with { HasClock = true }, Zone = parts.Zone };
        }

        DateDistance distance = parts.Distance!.Value;
        if (parts.Origin == DistanceOrigin.Directed)
        {
            return distance.HasClock
                ? new DateMeaning { FromNow = distance, IsDirected = true }
                : named with
                {
                    Days = a => DayRange.Single(distance.Toward(a.Direction).From(a.Today)),
                };
        }

        if (parts.Origin == DistanceOrigin.Named || (parts.Origin == DistanceOrigin.NamedOrNow && isNamed))
        {
            return From(named, distance);
        }

        if (named.Days is not null)
        {
            return null;
        }

        if (!distance.HasClock)
        {
            return named with { Days = a => DayRange.Single(distance.From(a.Today)) };
        }

        return isNamed || parts.Edge is not null ? null : new DateMeaning { FromNow = distance, Zone = parts.Zone };
    }

    /// <summary>The meaning moved by a distance; null where there is nothing that such a distance could move.</summary>
    private static DateMeaning? From(DateMeaning named, DateDistance distance)
    {
        bool isLost = named is { IsPeriod: true, Edge: null } || (distance.HasClock && named.Time is null);
        if (isLost || (named.Days is null && distance with { Seconds = 0, HasClock = false } != default))
        {
            return null;
        }

        bool isEnd = named.Edge == DateEdge.End;
        return named with
        {
            Days = named.Days is { } days
                ? a => DayRange.Single(distance.From(isEnd ? days(a).Last : days(a).First))
                : null,
            IsPeriod = false,
            Edge = named.IsPeriod ? null : named.Edge,
            ShiftSeconds = distance.Seconds,
            Weekday = null,
        };
    }
}
