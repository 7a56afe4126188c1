using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>What has been read of a date so far; each part can be set once.</summary>
internal sealed class DateParts
{
    /// <summary>The day or days meant, given today.</summary>
    public Func<DateAnchor, DayRange>? Days { get; private set; }

    /// <summary>Whether <see cref="Days"/> are several days.</summary>
    public bool IsPeriod { get; private set; }

    /// <summary>The unit of the period, where it has one.</summary>
    public CalendarUnit? Unit { get; private set; }

    /// <summary>The days that a day and a month can mean: two where it is open which of them comes first.</summary>
    public IReadOnlyList<CalendarDate>? Dates { get; private set; }

    /// <summary>A day of some month.</summary>
    public int? DayOfMonth { get; private set; }

    /// <summary>A weekday alone, or beside a date.</summary>
    public IsoDayOfWeek? Weekday { get; private set; }

    /// <summary>The end of a period that the words name.</summary>
    public DateEdge? Edge { get; private set; }

    /// <summary>Whether <see cref="Edge"/> is that of a day, as in "end of day friday".</summary>
    public bool IsEdgeOfDay { get; private set; }

    /// <summary>Whether the week around the day is meant.</summary>
    public bool IsWeekAround { get; private set; }

    /// <summary>The time of day.</summary>
    public ClockTime? Clock { get; private set; }

    /// <summary>The part of the day.</summary>
    public DayPart? Part { get; private set; }

    /// <summary>The zone of the time.</summary>
    public DateTimeZone? Zone { get; private set; }

    /// <summary>A distance from <see cref="Origin"/>.</summary>
    public DateDistance? Distance { get; private set; }

    /// <summary>What <see cref="Distance"/> is counted from.</summary>
    public DistanceOrigin Origin { get; private set; }

    /// <summary>Whether the words say "now".</summary>
    public bool IsNow { get; private set; }

    /// <summary>Whether a day is named, by whatever words.</summary>
    public bool HasDay => HasDate || Weekday is not null;

    /// <summary>What is wrong with a day that no calendar has.</summary>
    public string? Problem { get; private set; }

    private bool HasDate => Days is not null || Dates is not null || DayOfMonth is not null;

    /// <summary>Sets days that depend on today, or a fixed period.</summary>
    public bool SetDays(Func<DateAnchor, DayRange> days, bool isPeriod = false, CalendarUnit? unit = null)
    {
        if (HasDate)
        {
            return false;
        }

        (Days, IsPeriod, Unit) = (days, isPeriod, unit);
        return true;
    }

    /// <summary>Sets what a day and a month can mean; fails when no calendar has such a day.</summary>
    public bool SetDates(params ReadOnlySpan<CalendarDate> readings)
    {
        CalendarDate[] existing = [.. readings.ToArray().Where(static d => d.Exists).Distinct()];
        Problem ??= existing.Length == 0 ? CalendarDate.ProblemOf(readings) : null;
        if (HasDate || existing.Length == 0)
        {
            return false;
        }

        Dates = existing;
        return true;
    }

    /// <summary>Sets the year of a date that came without one.</summary>
    public bool SetYear(int year)
    {
        if (Dates is not [{ Year: null }, ..] || year is < CalendarDays.FirstYear or > CalendarDays.LastYear)
        {
            return false;
        }

        Dates = [.. Dates.Select(d => d with { Year = year }).Where(static d => d.Exists)];
        return Dates.Count > 0;
    }

    public bool SetDayOfMonth(int day)
    {
        bool isFree = !HasDate && day is >= 1 and <= 31;
        DayOfMonth = isFree ? day : DayOfMonth;
        return isFree;
    }

    public bool SetWeekday(IsoDayOfWeek weekday)
    {
        bool isFree = Weekday is null;
        Weekday ??= weekday;
        return isFree;
    }

    public bool SetEdge(DateEdge edge, bool isOfDay = false)
    {
        bool isFree = Edge is null;
        (Edge, IsEdgeOfDay) = isFree ? (edge, isOfDay) : (Edge, IsEdgeOfDay);
        return isFree;
    }

    public bool SetWeekAround()
    {
        bool isFree = !IsWeekAround;
        IsWeekAround = true;
        return isFree;
    }

    public bool SetClock(ClockTime clock)
    {
        bool isFree = Clock is null;
        Clock ??= clock;
        return isFree;
    }

    public bool SetPart(DayPart part)
    {
        bool isFree = Part is null;
        Part ??= part;
        return isFree;
    }

    public bool SetZone(DateTimeZone zone)
    {
        bool isFree = Zone is null;
        Zone ??= zone;
        return isFree;
    }

    public bool SetDistance(DateDistance distance, DistanceOrigin origin)
    {
        bool isFree = Distance is null;
        (Distance, Origin) = isFree ? (distance, origin) : (Distance, Origin);
        return isFree;
    }

    public bool SetNow()
    {
        bool isFree = !IsNow;
        IsNow = true;
        return isFree;
    }
}
