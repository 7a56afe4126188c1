using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Dates in figures: ISO 8601, Unix time, and <c>25.12.2026</c>.</summary>
internal static class IsoDate
{
    // The range in which a slip of the keyboard is still told from a date.
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    /// <summary>Reads Unix time (10 digits of seconds, 12 to 14 of milliseconds) or an ISO date-time; null when it is neither.</summary>
    public static DateMeaning? Parse(string text)
    {
        if (text.Length is 10 or (>= 12 and <= 14) && text.All(char.IsAsciiDigit))
        {
            long value = long.Parse(text);
            return new DateMeaning
            {
                Exact =
                    text.Length == 10 ? Instant.FromUnixTimeSeconds(value) : Instant.FromUnixTimeMilliseconds(value),
            };
        }

        if (text.Length < 12 || text[10] is not ('T' or 't' or ' ') || ParseDay(text[..10]) is not { } day)
        {
            return null;
        }

        return SplitOffset(text[11..]) is ({ } clock, var offset) && ParseTime(clock) is { } time
            ? Combine(day + time, offset)
            : null;
    }

    /// <summary>Reads <c>2026-12-25</c>, <c>2026/12/25</c> or <c>25.12.2026</c>; null when it is none of them.</summary>
    public static LocalDate? ParseDay(string text)
    {
        char separator = text.FirstOrDefault(static c => !char.IsAsciiDigit(c));
        string[] parts = text.Split(separator);
        if (parts.Length != 3 || !parts.All(static p => p.Length is > 0 and <= 4 && p.All(char.IsAsciiDigit)))
        {
            return null;
        }

        bool yearFirst =
            separator is '-' or '/' && parts[0].Length == 4 && parts[1].Length == 2 && parts[2].Length == 2;
        bool yearLast = separator == '.' && parts[0].Length <= 2 && parts[1].Length <= 2 && parts[2].Length == 4;
        if (!yearFirst && !yearLast)
        {
            return null;
        }

        return Day(int.Parse(parts[yearFirst ? 0 : 2]), int.Parse(parts[1]), int.Parse(parts[yearFirst ? 2 : 0]));
    }

    /// <summary>Reads <c>15:30</c>, <c>15:30:20</c> or <c>15:30:20.5</c>; null when it is none of them.</summary>
    public static LocalTime? ParseTime(string text)
    {
        string[] parts = text.Split(':', '.');
        bool hasFraction = text.Contains('.', StringComparison.Ordinal);
        bool isWhole =
            parts.Length == (hasFraction ? 4 : text.Count(static c => c == ':') + 1)
            && parts.Length is >= 2 and <= 4
            && (!hasFraction || text.LastIndexOf('.') > text.LastIndexOf(':'))
            && parts.All(static p => p.Length > 0 && p.All(char.IsAsciiDigit));
        if (!isWhole || parts.Take(3).Any(static p => p.Length > 2) || parts[1].Length != 2 || parts[^1].Length > 9)
        {
            return null;
        }

        int hour = int.Parse(parts[0]);
        int minute = int.Parse(parts[1]);
        int second = parts.Length > 2 ? int.Parse(parts[2]) : 0;
        int millisecond = parts.Length > 3 ? int.Parse(parts[3].PadRight(3, '0')[..3]) : 0;
        return hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second, millisecond) : null;
    }

    /// <summary>The day; null when the calendar has no such day or the year is implausible.</summary>
    public static LocalDate? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear
        && month is >= 1 and <= 12
        && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>Whether the text starts like <c>3/4/2026</c> or <c>03-04-26</c>, which half the world reads one way and half the other.</summary>
    public static bool IsAmbiguous(string text)
    {
        string[] parts = text.Trim().Split(' ')[0].Split('/', '-');
        return parts.Length is 2 or 3
            && parts[0].Length <= 2
            && parts.All(static p => p.Length is 1 or 2 or 4 && p.All(char.IsAsciiDigit));
    }

    private static (string? Clock, Offset? Offset) SplitOffset(string text)
    {
        if (text.EndsWith('Z') || text.EndsWith('z'))
        {
            return (text[..^1].TrimEnd(), Offset.Zero);
        }

        int sign = text.IndexOfAny(['+', '-']);
        if (sign < 0)
        {
            return (text, null);
        }

        string digits = text[(sign + 1)..].Replace(":", string.Empty, StringComparison.Ordinal);
        if (digits.Length is not (2 or 4) || !digits.All(char.IsAsciiDigit))
        {
            return (null, null);
        }

        int hours = int.Parse(digits[..2]);
        int minutes = digits.Length == 4 ? int.Parse(digits[2..]) : 0;
        int total = ((hours * 60) + minutes) * (text[sign] == '-' ? -1 : 1);
        return hours <= 14 && minutes < 60 ? (text[..sign].TrimEnd(), Offset.FromSeconds(total * 60)) : (null, null);
    }

    private static DateMeaning Combine(LocalDateTime local, Offset? offset) =>
        offset is { } known
            ? new DateMeaning { Exact = local.WithOffset(known).ToInstant() }
            : new DateMeaning { Days = _ => DayRange.Single(local.Date), Time = local.TimeOfDay };
}
