using System.Globalization;
using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>The instant that a date turned out to mean.</summary>
/// <param name="UnixMilliseconds">Unix time in milliseconds.</param>
/// <param name="HasTime">Whether the caller named a time of day.</param>
/// <param name="Zone">How far the user's clock is ahead of UTC then.</param>
internal readonly record struct ResolvedDate(long UnixMilliseconds, bool HasTime, TimeSpan Zone = default)
{
    /// <summary>The weekday that the caller named beside a date without a year.</summary>
    public IsoDayOfWeek? NamedWeekday { get; init; }

    /// <summary>The end of the day that the caller named, as in "start of friday"; null leaves it to the argument.</summary>
    public DateEdge? NamedEdge { get; init; }

    /// <summary>The instant in ISO 8601, in UTC.</summary>
    public string Iso => Instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day on the user's calendar, as in <c>2026-12-25</c>.</summary>
    public string Day => Instant.ToOffset(Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateTimeOffset Instant => DateTimeOffset.FromUnixTimeMilliseconds(UnixMilliseconds);
}
