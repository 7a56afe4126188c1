using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads dates as people and models write them.</summary>
/// <remarks>Weeks start on Monday. The accepted spellings are listed in <see cref="DatePhrase"/> and <see cref="IsoDate"/>.</remarks>
internal static class DateParser
{
    /// <summary>Whether <paramref name="text"/> is a date in any accepted spelling, whatever day it is today.</summary>
    public static bool IsValid(string text) => Parse(text) is not null;

    /// <summary>What is wrong with the text, as the end of "due …"; null when it is a date.</summary>
    public static string? FindProblem(string text)
    {
        if (IsValid(text))
        {
            return null;
        }

        return IsoDate.IsAmbiguous(text)
            ? "is ambiguous, day or month could come first; write it as 2026-12-25"
            : "is not a date; write 2026-12-25, 2026-12-25T15:30, \"tomorrow at 3pm\", \"next friday\", \"in 3 days\" or \"end of month\"";
    }

    /// <summary>Records what a valid expression means on the calendar of <paramref name="timeZoneId"/> (IANA; unknown ids mean UTC).</summary>
    /// <exception cref="FormatException">The text is no date: it was never checked with <see cref="IsValid"/>.</exception>
    public static void Resolve(DateExpression expression, DateTimeOffset now, string timeZoneId)
    {
        DateMeaning meaning =
            Parse(expression.Text)
            ?? throw new FormatException("The expression is not a date in any accepted spelling.");
        Instant instant = meaning.ToInstant(
            Instant.FromDateTimeOffset(now),
            TimeZones.Find(timeZoneId),
            expression.Edge
        );
        expression.Resolve(instant.ToUnixTimeMilliseconds(), meaning.HasTime);
    }

    private static DateMeaning? Parse(string text) => IsoDate.Parse(text.Trim()) ?? DatePhrase.Parse(text);
}
