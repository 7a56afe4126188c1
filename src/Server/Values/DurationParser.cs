using System.Globalization;

namespace ClickUpMcp.Values;

/// <summary>Reads durations as people write them: <c>1h 30m</c>, <c>1.5h</c>, <c>90m</c>, <c>1:30</c>, or minutes in digits.</summary>
/// <remarks>A day is 24 hours and a week seven days, as ClickUp itself shows estimates.</remarks>
internal static class DurationParser
{
    private const long Minute = 60_000;

    // Ten years; anything longer is milliseconds taken for minutes, or the like.
    private const decimal Maximum = 10m * 365 * 24 * 60 * Minute;

    /// <summary>Reads a duration in milliseconds.</summary>
    public static bool TryParse(string text, out long milliseconds)
    {
        decimal? total = ParseClock(text.Trim()) ?? ParseUnits(text.Trim().ToLowerInvariant());
        bool isValid = total is >= 0 and <= Maximum;
        milliseconds = isValid ? (long)Math.Round(total!.Value) : 0;
        return isValid;
    }

    private static decimal? ParseClock(string text)
    {
        string[] parts = text.Split(':');
        bool isClock =
            parts.Length == 2
            && parts[0].Length is >= 1 and <= 5
            && parts[1].Length == 2
            && parts.All(static p => p.All(char.IsAsciiDigit));
        return isClock && int.Parse(parts[1]) < 60
            ? ((int.Parse(parts[0]) * 60m) + int.Parse(parts[1])) * Minute
            : null;
    }

    private static decimal? ParseUnits(string text)
    {
        decimal total = 0;
        long smallest = long.MaxValue;
        int position = 0;
        while (position < text.Length)
        {
            string number = Read(text, ref position, static c => char.IsAsciiDigit(c) || c == '.');
            Read(text, ref position, static c => c == ' ');
            string word = Read(text, ref position, char.IsAsciiLetter);
            Read(text, ref position, static c => c is ' ' or ',');
            if (text.AsSpan(position).StartsWith("and "))
            {
                position += 4;
            }

            // "1h30": figures without a unit after hours are minutes, as are figures alone.
            bool isBareMinutes =
                word.Length == 0 && position == text.Length && smallest is long.MaxValue or 60 * Minute;
            long unit = isBareMinutes ? Minute : UnitOf(word);
            if (unit == 0 || unit >= smallest || ParseNumber(number) is not { } count)
            {
                return null;
            }

            total += count * unit;
            smallest = unit;
        }

        return smallest == long.MaxValue ? null : total;
    }

    private static decimal? ParseNumber(string number) =>
        number.Length <= 15
        && number.Length > 0
        && char.IsAsciiDigit(number[0])
        && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : null;

    private static long UnitOf(string word) =>
        word switch
        {
            "w" or "wk" or "wks" or "week" or "weeks" => 7 * 24 * 60 * Minute,
            "d" or "day" or "days" => 24 * 60 * Minute,
            "h" or "hr" or "hrs" or "hour" or "hours" => 60 * Minute,
            "m" or "min" or "mins" or "minute" or "minutes" => Minute,
            "s" or "sec" or "secs" or "second" or "seconds" => 1000,
            "ms" or "millisecond" or "milliseconds" => 1,
            _ => 0,
        };

    private static string Read(string text, ref int position, Func<char, bool> belongs)
    {
        int start = position;
        while (position < text.Length && belongs(text[position]))
        {
            position++;
        }

        return text[start..position];
    }
}
