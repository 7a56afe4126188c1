using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads Unix time in digits: 9 or 10 of them are seconds, 12 or 13 milliseconds.</summary>
internal static class UnixTime
{
    // Outside of these a number is no point in time that a task could have, but a mistake.
    private static readonly Instant First = Instant.FromUtc(1990, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2101, 1, 1, 0, 0);

    /// <summary>Reads a number of nine digits or more; null for every other text.</summary>
    public static DateReading? Read(string text)
    {
        if (text.Length < 9 || !text.All(char.IsAsciiDigit))
        {
            return null;
        }

        Instant? instant = text.Length switch
        {
            9 or 10 => Instant.FromUnixTimeSeconds(long.Parse(text)),
            12 or 13 => Instant.FromUnixTimeMilliseconds(long.Parse(text)),
            _ => null,
        };
        return instant >= First && instant < End
            ? new DateReading(new DateMeaning { Exact = instant }, null)
            : new DateReading(
                null,
                "is no Unix time between 1990 and 2100, in seconds or milliseconds; write 2026-12-25"
            );
    }
}
