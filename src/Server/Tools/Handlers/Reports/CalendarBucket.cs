using NodaTime;
using NodaTime.Calendars;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Names the day, week or month of a moment; in the order of time, names are in order too.</summary>
internal static class CalendarBucket
{
    /// <summary>The bucket of a moment.</summary>
    public static NamedId Of(string unit, Instant moment, DateTimeZone days) => Of(unit, moment.InZone(days).Date);

    /// <summary>All buckets from one day to another, those without anything included.</summary>
    public static IReadOnlyList<NamedId> Between(string unit, LocalDate first, LocalDate last)
    {
        List<NamedId> buckets = [];
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
        {
            NamedId bucket = Of(unit, day);
            if (buckets.Count == 0 || buckets[^1] != bucket)
            {
                buckets.Add(bucket);
            }
        }

        return buckets;
    }

    private static NamedId Of(string unit, LocalDate day)
    {
        string name = unit switch
        {
            "month" => $"{day:uuuu-MM}",
            "week" => $"{WeekYearRules.Iso.GetWeekYear(day):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):00}",
            _ => $"{day:uuuu-MM-dd}",
        };
        return new NamedId(name, name);
    }
}
