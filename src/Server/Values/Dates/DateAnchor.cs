using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Where a date's words are counted from: today, and the way in which to look.</summary>
internal readonly record struct DateAnchor(LocalDate Today, DateDirection Direction)
{
    /// <summary>The closest day on the right side of today, today included, that <paramref name="find"/> gives for a step from today.</summary>
    /// <remarks>A step is a year, a month or whatever comes round; a step without such a day gives null.</remarks>
    public LocalDate Closest(Func<int, LocalDate?> find, int steps)
    {
        for (int step = 0; step <= steps; step++)
        {
            bool isFuture = Direction == DateDirection.Future;
            if (find(isFuture ? step : -step) is { } day && (isFuture ? day >= Today : day <= Today))
            {
                return day;
            }
        }

        throw new InvalidOperationException("No such day comes round within the steps searched.");
    }
}
