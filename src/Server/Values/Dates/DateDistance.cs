using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>A distance in calendar units and in time that clocks measure, as "2 weeks 3 days" or "1 day 2 hours".</summary>
internal readonly record struct DateDistance(int Months, int Days, int BusinessDays, long Seconds)
{
    // Keeps every result on the calendar, whatever day it is.
    private const int MaximumYears = 100;

    /// <summary>Whether a unit of the clock was named, be it zero times, so that a time is meant and not only a day.</summary>
    public bool HasClock { get; init; }

    /// <summary>A count of one unit; null when that leaves the calendar.</summary>
    public static DateDistance? Of(int count, CalendarUnit unit)
    {
        long perYear = unit switch
        {
            CalendarUnit.Second => 365L * 24 * 3600,
            CalendarUnit.Minute => 365 * 24 * 60,
            CalendarUnit.Hour => 365 * 24,
            CalendarUnit.Day => 365,
            CalendarUnit.BusinessDay => 260,
            CalendarUnit.Week => 52,
            CalendarUnit.Fortnight => 26,
            CalendarUnit.Month => 12,
            CalendarUnit.Quarter => 4,
            _ => 1,
        };
        if (count > MaximumYears * perYear)
        {
            return null;
        }

        return unit switch
        {
            CalendarUnit.Second => OfSeconds(count),
            CalendarUnit.Minute => OfSeconds(60L * count),
            CalendarUnit.Hour => OfSeconds(3600L * count),
            CalendarUnit.Day => new DateDistance(0, count, 0, 0),
            CalendarUnit.BusinessDay => new DateDistance(0, 0, count, 0),
            CalendarUnit.Week => new DateDistance(0, 7 * count, 0, 0),
            CalendarUnit.Fortnight => new DateDistance(0, 14 * count, 0, 0),
            CalendarUnit.Month => new DateDistance(count, 0, 0, 0),
            CalendarUnit.Quarter => new DateDistance(3 * count, 0, 0, 0),
            _ => new DateDistance(12 * count, 0, 0, 0),
        };
    }

    /// <summary>A distance that only clocks measure.</summary>
    public static DateDistance OfSeconds(long seconds) => new(0, 0, 0, seconds) { HasClock = true };

    /// <summary>Both distances together.</summary>
    public DateDistance Plus(DateDistance other) =>
        new(Months + other.Months, Days + other.Days, BusinessDays + other.BusinessDays, Seconds + other.Seconds)
        {
            HasClock = HasClock || other.HasClock,
        };

    /// <summary>The same distance the other way.</summary>
    public DateDistance Negate() => new(-Months, -Days, -BusinessDays, -Seconds) { HasClock = HasClock };

    /// <summary>The same distance ahead or back.</summary>
    public DateDistance Toward(DateDirection direction) => direction == DateDirection.Future ? this : Negate();

    /// <summary>The day this far from another, as far as calendar units go.</summary>
    public LocalDate From(LocalDate day) =>
        CalendarMath.Add(day.PlusMonths(Months).PlusDays(Days), BusinessDays, CalendarUnit.BusinessDay);
}
