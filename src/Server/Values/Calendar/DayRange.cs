using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>A day, or the days of a week, month, quarter or year; both ends belong to it.</summary>
internal readonly record struct DayRange(LocalDate First, LocalDate Last)
{
    /// <summary>A single day.</summary>
    public static DayRange Single(LocalDate day) => new(day, day);
}
