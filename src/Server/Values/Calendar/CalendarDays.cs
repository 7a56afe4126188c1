using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Days of the calendar, within the years that a slip of the keyboard is still told from.</summary>
internal static class CalendarDays
{
    public const int FirstYear = 1900;
    public const int LastYear = 2999;

    /// <summary>The day; null when the calendar has no such day or the year is implausible.</summary>
    public static LocalDate? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
