using NodaTime;

namespace ClickUpMcp.Tools.Policy;

/// <summary>Hours of some days of the week in one zone.</summary>
/// <param name="Days">The days on which they begin.</param>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end; not after <paramref name="From"/> on the next day.</param>
/// <param name="Zone">The zone.</param>
internal sealed record PolicyHours(IReadOnlyList<IsoDayOfWeek> Days, LocalTime From, LocalTime To, DateTimeZone Zone)
{
    /// <summary>Whether a moment is in them.</summary>
    public bool Include(DateTimeOffset moment)
    {
        LocalDateTime local = Instant.FromDateTimeOffset(moment).InZone(Zone).LocalDateTime;
        LocalTime time = local.TimeOfDay;
        if (From < To)
        {
            return Days.Contains(local.DayOfWeek) && time >= From && time < To;
        }

        LocalDate begun = time >= From ? local.Date : local.Date.PlusDays(-1);
        return (time >= From || time < To) && Days.Contains(begun.DayOfWeek);
    }
}
