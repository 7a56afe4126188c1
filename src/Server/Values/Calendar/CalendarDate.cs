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

    /// <summary><c>2026-05-04</c>, or <c>4 May</c> without a year.</summary>
    public override string ToString() =>
        Year is { } year ? $"{year:0000}-{Month:00}-{Day:00}" : $"{Day} {Months[Month - 1]}";
}
