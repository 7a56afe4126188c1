using ClickUpMcp.Projection;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Judges due dates.</summary>
internal static class DueDates
{
    /// <summary>Whether a task of that date is late: due today is not yet overdue, unless a time of the day was set.</summary>
    public static bool IsOverdue(Instant due, Instant now, DateTimeZone days) =>
        DateText.IsDay(due, days) ? due.InZone(days).Date < now.InZone(days).Date : due < now;

    /// <summary>How many days lie between today and the date: 0 for today, less for the past.</summary>
    public static int DaysUntil(Instant due, Instant now, DateTimeZone days) =>
        Period.DaysBetween(now.InZone(days).Date, due.InZone(days).Date);
}
