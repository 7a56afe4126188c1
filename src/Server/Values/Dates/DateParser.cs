using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads dates as people and models write them.</summary>
/// <remarks>Weeks start on Monday. What is accepted: the readers of <see cref="DateReader"/>, and the table of expressions in the tests.</remarks>
internal static class DateParser
{
    /// <summary>Whether <paramref name="text"/> is a date in any accepted spelling, whatever day it is today.</summary>
    public static bool IsValid(string text) => Read(text).Meaning is not null;

    /// <summary>What is wrong with the text, as the end of "due …"; null when it is a date.</summary>
    public static string? FindProblem(string text)
    {
        DateReading reading = Read(text);
        return reading.Meaning is not null
            ? null
            : reading.Problem
                ?? VagueDate.FindProblem(text)
                ?? "is not a date; write 2026-12-25, 2026-12-25T15:30, \"tomorrow at 3pm\", \"next friday\", \"in 3 days\" or \"end of month\"";
    }

    /// <summary>What a valid expression means on the calendar of these zones.</summary>
    /// <exception cref="FormatException">The text is no date: it was never checked with <see cref="IsValid"/>.</exception>
    public static ResolvedDate Resolve(DateExpression expression, DateTimeOffset now, DateZones zones)
    {
        DateMeaning meaning =
            Read(expression.Text).Meaning
            ?? throw new FormatException("The expression is not a date in any accepted spelling.");
        Instant instant = meaning.ToInstant(
            Instant.FromDateTimeOffset(now),
            zones.Times,
            zones.Days,
            expression.Edge,
            expression.Direction
        );
        Offset offset = (meaning.HasTime ? zones.Times : zones.Days).GetUtcOffset(instant);
        TimeSpan ahead = TimeSpan.FromMinutes(offset.Seconds / 60);
        return new ResolvedDate(instant.ToUnixTimeMilliseconds(), meaning.HasTime, ahead)
        {
            NamedWeekday = meaning.Weekday,
            NamedEdge = meaning.Edge,
        };
    }

    private static DateReading Read(string text)
    {
        DateReading reading = UnixTime.Read(text.Trim()) ?? DateReader.Read(text);
        if (reading.Meaning is null && DateSpelling.Correct(text) is { } corrected)
        {
            DateReading meant = DateReader.Read(corrected);
            return meant.Meaning is null ? reading : meant;
        }

        return reading;
    }
}
