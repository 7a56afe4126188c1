namespace ClickUpMcp.Values;

/// <summary>Reads dates as people and models write them.</summary>
internal static class DateParser
{
    /// <summary>Whether <paramref name="text"/> is a date in any accepted spelling, whatever day it is today.</summary>
    public static bool IsValid(string text) => throw new NotSupportedException(text);

    /// <summary>Records what a valid expression means on the calendar of <paramref name="timeZoneId"/> (IANA; unknown ids mean UTC).</summary>
    public static void Resolve(DateExpression expression, DateTimeOffset now, string timeZoneId) =>
        throw new NotSupportedException($"{expression.Text} {now} {timeZoneId}");
}
