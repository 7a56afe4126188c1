using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>A day and month, with a year or without.</summary>
internal readonly record struct CalendarDate(int? Year, int Month, int Day)
{
    // 2000 was a leap year: it has every day that some year has.
    private const int AnyYear = 2000;

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>Whether some year, or the year given, has this day.</summary>
    public bool Exists => CalendarDays.Day(Year ?? AnyYear, Month, Day) is not null;

    /// <summary>The day in a year; null when that year lacks it.</summary>
    public LocalDate? In(int year) => CalendarDays.Day(year, Month, Day);

    /// <summary>Why none of some readings of a text is a day.</summary>
    public static string ProblemOf(ReadOnlySpan<CalendarDate> readings)
    {
        foreach (CalendarDate reading in readings)
        {
            if (reading.Month >= 1 && reading.Month <= Months.Length)
            {
                int days = CalendarSystem.Iso.GetDaysInMonth(reading.Year ?? AnyYear, reading.Month);
                string month = reading.Year is { } year ? $"{year:0000}-{reading.Month:00}" : Months[reading.Month - 1];
                return $"is not possible: {month} has {(reading.Year is null && days == 29 ? "at most " : "")}{days} days";
            }
        }

        return $"is not possible: there is no month {readings[^1].Month}";
    }

    /// <summary><c>2026-05-04</c>, or <c>4 May</c> without a year.</summary>
    public override string ToString() =>
        Year is { } year ? $"{year:0000}-{Month:00}-{Day:00}" : $"{Day} {Months[Month - 1]}";
}
