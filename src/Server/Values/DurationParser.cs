using System.Globalization;

namespace ClickUpMcp.Values;

/// <summary>Reads durations as people write them: <c>1h 30m</c>, <c>1.5h</c>, <c>90m</c>, <c>1:30</c>, <c>PT1H30M</c>, "an hour and a half", or minutes in digits.</summary>
/// <remarks>A day is 24 hours and a week seven days, as ClickUp itself shows estimates.</remarks>
internal static class DurationParser
{
    private const long Minute = 60_000;

    // Two days: a larger number without a unit is more likely in seconds or, as in ClickUp's API, in milliseconds.
    private const decimal MostBareMinutes = 2880;

    // Milliseconds under a name that says hours or minutes.
    private const decimal MostInNamedUnit = 1000m * 60 * Minute;
    private const string ImplausibleInNamedUnit =
        "is more than 1000 hours in the unit that its name says; if that is meant, write the unit behind the number, as in 1200h";

    private const decimal Maximum = 10m * 365 * 24 * 60 * Minute;

    /// <summary>Reads a duration in milliseconds.</summary>
    /// <param name="text">The duration.</param>
    /// <param name="milliseconds">How long it is.</param>
    /// <param name="unit">The unit of a bare number, when what asks for it says one.</param>
    public static bool TryParse(string text, out long milliseconds, long? unit = null)
    {
        (decimal? total, _) = Read(text, unit);
        milliseconds = total is { } known ? (long)Math.Round(known) : 0;
        return total is not null;
    }

    /// <summary>What is wrong with the text, as the end of "estimate …"; null when it is a duration.</summary>
    public static string? FindProblem(string text, long? unit = null) => Read(text, unit).Problem;

    private static (decimal? Total, string? Problem) Read(string text, long? unit)
    {
        if (ReadBare(text.Trim(), unit) is { } bare)
        {
            return bare;
        }

        DateTokens tokens = new(WithPoint(text));
        decimal? total = TakeClock(tokens) ?? TakeIso(tokens) ?? TakeUnits(tokens);
        return total is null || !tokens.AtEnd
                ? (null, "must be a duration such as \"1h 30m\", \"90m\", \"1.5h\", \"1:30\", or minutes in digits")
            : total > Maximum ? (null, "is too long: at most 10 years")
            : (total, null);
    }

    // "1,5h": a comma before one or two figures and a unit is a decimal one; before three it may part thousands.
    private static string WithPoint(string text)
    {
        int comma = text.IndexOf(',');
        int end = comma + 1;
        while (comma > 0 && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        bool isDecimal =
            comma > 0
            && char.IsAsciiDigit(text[comma - 1])
            && end - comma is 2 or 3
            && text.AsSpan(end).TrimStart() is { IsEmpty: false } unit
            && char.IsAsciiLetter(unit[0]);
        return isDecimal ? $"{text[..comma]}.{text[(comma + 1)..]}" : text;
    }

    /// <summary>Reads a number without a unit: minutes, as long as that is plausible; null when it is more than a number.</summary>
    private static (decimal? Total, string? Problem)? ReadBare(string text, long? unit)
    {
        bool isNumber =
            text.Length > 0 && char.IsAsciiDigit(text[0]) && text.All(static c => char.IsAsciiDigit(c) || c == '.');
        if (!isNumber || ParseNumber(text) is not { } number)
        {
            return null;
        }

        if (unit is { } said)
        {
            return number * said <= MostInNamedUnit ? (number * said, null) : (null, ImplausibleInNamedUnit);
        }

        if (!decimal.IsInteger(number))
        {
            return (null, $"needs its unit: write {text}h for hours, or whole minutes");
        }

        return number > MostBareMinutes
            ? (
                null,
                $"is too long without a unit: at most {MostBareMinutes} as minutes; give the unit, as in {text}ms, 90m or 1h 30m"
            )
            : (number * Minute, null);
    }

    /// <summary>Reads <c>1:30</c> or <c>1:30:00</c>.</summary>
    private static decimal? TakeClock(DateTokens tokens)
    {
        int start = tokens.Position;
        if (tokens.TakeNumber(1, 5) is { } hours && tokens.TakeJoint(":") is not null)
        {
            int? minutes = tokens.TakeNumber(2, 2);
            int? seconds = tokens.TakeJoint(":") is null ? 0 : tokens.TakeNumber(2, 2);
            if (minutes < 60 && seconds < 60)
            {
                return (((hours * 60m) + minutes) * Minute) + (seconds * 1000);
            }
        }

        tokens.Position = start;
        return null;
    }

    /// <summary>Reads ISO 8601: <c>P1DT2H</c>, <c>PT1H30M</c>, <c>PT1.5H</c>; months and years have no length of their own.</summary>
    private static decimal? TakeIso(DateTokens tokens)
    {
        int start = tokens.Position;
        bool isTime = tokens.Take("pt");
        if (!isTime && !tokens.Take("p"))
        {
            return null;
        }

        decimal? total = null;
        long smallest = long.MaxValue;
        while (tokens.Current is { IsJoined: true, Kind: DateTokenKind.Number } && TakeNumber(tokens) is { } count)
        {
            string letters = tokens.Current is { IsJoined: true } unitToken ? unitToken.Text : string.Empty;
            long unit = (isTime, letters) switch
            {
                (false, "w") => UnitOf("w"),
                (false, "d" or "dt") => UnitOf("d"),
                (true, "h" or "m" or "s") => UnitOf(letters),
                _ => 0,
            };
            if (unit == 0 || unit >= smallest)
            {
                total = null;
                break;
            }

            isTime |= letters == "dt";
            total = (total ?? 0) + (count * unit);
            smallest = unit;
            tokens.Position++;
        }

        tokens.Position = total is null ? start : tokens.Position;
        return total;
    }

    private static decimal? TakeUnits(DateTokens tokens)
    {
        decimal total = 0;
        long smallest = long.MaxValue;
        while (!tokens.AtEnd)
        {
            if (smallest != long.MaxValue)
            {
                tokens.Take("and");
            }

            if (TakeCounted(tokens, smallest) is not var (length, unit) || unit >= smallest)
            {
                return null;
            }

            total += length;
            smallest = unit;
        }

        return smallest == long.MaxValue ? null : total;
    }

    private static (decimal Length, long Unit)? TakeCounted(DateTokens tokens, long larger)
    {
        if (tokens.Take("half"))
        {
            _ = tokens.Take("a") || tokens.Take("an");
            return tokens.Take(Unit) is { } halved ? (halved / 2m, halved) : null;
        }

        decimal? count =
            TakeNumber(tokens) ?? (tokens.Take("a") || tokens.Take("an") ? 1 : NumberWords.TakeCardinal(tokens));
        if (count is not { } known)
        {
            return null;
        }

        // "1h30": figures without a unit after hours are minutes.
        if (tokens.AtEnd && larger == 60 * Minute)
        {
            return (known * Minute, Minute);
        }

        bool isHalf = tokens.Take("and", "a", "half");
        if (tokens.Take(Unit) is not { } unit)
        {
            return null;
        }

        isHalf |= tokens.Take("and", "a", "half");
        return ((known * unit) + (isHalf ? unit / 2m : 0), unit);
    }

    private static decimal? TakeNumber(DateTokens tokens)
    {
        if (tokens.Current.Kind != DateTokenKind.Number)
        {
            return null;
        }

        string text = tokens.Current.Text;
        tokens.Position++;
        if (
            tokens.Current.IsJoinedSign('.')
            && tokens.Peek(1) is { IsJoined: true, Kind: DateTokenKind.Number } fraction
        )
        {
            text += "." + fraction.Text;
            tokens.Position += 2;
        }

        return ParseNumber(text);
    }

    private static decimal? ParseNumber(string number) =>
        number.Length <= 15
        && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : null;

    private static long? Unit(string word) => UnitOf(word) is > 0 and { } unit ? unit : null;

    private static long UnitOf(string word) =>
        word switch
        {
            "w" or "wk" or "wks" or "week" or "weeks" => 7 * 24 * 60 * Minute,
            "d" or "day" or "days" => 24 * 60 * Minute,
            "h" or "hr" or "hrs" or "hour" or "hours" => 60 * Minute,
            "m" or "min" or "mins" or "minute" or "minutes" => Minute,
            "s" or "sec" or "secs" or "second" or "seconds" => 1000,
            "ms" or "msec" or "millisecond" or "milliseconds" => 1,
            _ => 0,
        };
}
