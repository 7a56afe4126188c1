using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads a time of day: <c>3pm</c>, <c>3:30 p.m.</c>, <c>15:30:20</c>, <c>14h30</c>, "at 23.00", "noon", "8 in the evening".</summary>
internal static class ClockReader
{
    /// <summary>Reads a time of day if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        TakeSeparator(tokens);
        bool isAt = tokens.Take("at") || tokens.Take("@") || tokens.Take("before");
        isAt |= tokens.Take("around") || tokens.Take("about") || tokens.Take("approximately") || tokens.Take("~");
        ClockTime? clock = TakeNamed(tokens) ?? TakeFigures(tokens, isAt);
        return clock is { } known && parts.SetClock(known);
    }

    /// <summary>Reads the hour of "tomorrow 9", which leaves open the half of the day.</summary>
    public static bool TakeHourAlone(DateTokens tokens, DateParts parts) =>
        parts.HasDay
        && tokens.TakeNumber(1, 2) is >= 1 and <= 12 and { } hour
        && tokens.AtEnd
        && parts.SetClock(new ClockTime(new LocalTime(hour, 0), ClockForm.Bare));

    /// <summary>Reads a part of the day: "morning", "in the afternoon", "at night", "tonight", "last night".</summary>
    public static bool TakePart(DateTokens tokens, DateParts parts)
    {
        if (tokens.Take("tonight") || tokens.Take("this", "night"))
        {
            return parts.SetDays(static a => DayRange.Single(a.Today)) && parts.SetPart(DayPart.Night);
        }

        if (tokens.Take("last", "night"))
        {
            return parts.SetDays(static a => DayRange.Single(a.Today.PlusDays(-1))) && parts.SetPart(DayPart.Night);
        }

        bool isToday = tokens.Take("this");
        _ = isToday || tokens.Take("in", "the") || tokens.Take("at");
        return tokens.Take(DateWords.PartOfDay) is { } part
            && parts.SetPart(part)
            && (!isToday || parts.SetDays(static a => DayRange.Single(a.Today)));
    }

    // Between a date and its time: 2026-12-31T15:30, 31/Dec/2026:15:30, 12/31/2026-15:30.
    private static void TakeSeparator(DateTokens tokens)
    {
        bool isSeparator =
            tokens.Current is { IsJoined: true, Text: "t" or ":" or "." or "-" }
            && tokens.Peek(1) is { IsJoined: true };
        tokens.Position += isSeparator ? 1 : 0;
    }

    private static ClockTime? TakeNamed(DateTokens tokens)
    {
        int start = tokens.Position;
        tokens.Take("12");
        if (tokens.Take("noon") || tokens.Take("midday"))
        {
            return new ClockTime(LocalTime.Noon, ClockForm.Sure);
        }

        if (tokens.Take("midnight"))
        {
            return ClockTime.Midnight;
        }

        tokens.Position = start;
        return null;
    }

    private static ClockTime? TakeFigures(DateTokens tokens, bool isAt)
    {
        if (TakeCompact(tokens) is { } compact)
        {
            return new ClockTime(compact, ClockForm.Sure);
        }

        if (tokens.TakeNumber(1, 2) is not { } hour)
        {
            return null;
        }

        int minute = 0;
        long nanosecond = 0;
        bool isFigures = tokens.TakeJoint(":") is not null;
        bool isPoint = !isFigures && tokens.Current.IsJoinedSign('.') && tokens.TakeJoint(".") is not null;
        if (isFigures || isPoint)
        {
            if (tokens.TakeNumber(2, 2) is not { } minutes)
            {
                return null;
            }

            minute = minutes;
            nanosecond = isFigures ? TakeSeconds(tokens) ?? -1 : 0;
        }

        bool isHours = !isFigures && !isPoint && tokens.Current is { Text: "h", IsJoined: true };
        if (isHours)
        {
            tokens.Position++;
            minute = tokens.Current.IsJoined ? tokens.TakeNumber(2, 2) ?? 0 : 0;
        }

        if (tokens.Current is { Text: "ish", IsJoined: true })
        {
            tokens.Position++;
            isAt = true;
        }

        bool? isAfternoon = isHours ? null : TakeHalf(tokens);
        if (
            isAfternoon is null
            && !isFigures
            && !isHours
            && !(isAt || tokens.Take("o'clock") || tokens.Take("o", "clock") || IsPartNext(tokens))
        )
        {
            return null;
        }

        _ = tokens.Take("o'clock") || tokens.Take("o", "clock");
        bool isValid = hour < 24 && minute < 60 && nanosecond >= 0 && (isAfternoon is null || hour is >= 1 and <= 12);
        if (!isValid)
        {
            return null;
        }

        LocalTime time = new LocalTime(hour, minute).PlusNanoseconds(nanosecond);
        if (isAfternoon is { } afternoon)
        {
            return new ClockTime(InHalf(time, afternoon), ClockForm.Sure);
        }

        return new ClockTime(
            time,
            hour > 12 ? ClockForm.Sure
                : isFigures || isPoint ? ClockForm.Figures
                : ClockForm.Bare
        );
    }

    // 153000, 1530 or 15 after the T of ISO 8601's basic form.
    private static LocalTime? TakeCompact(DateTokens tokens)
    {
        bool isCompact =
            tokens.Peek(-1) is { Text: "t", IsJoined: true }
            && (tokens.Current.IsNumber(2, 2) || tokens.Current.IsNumber(4, 4) || tokens.Current.IsNumber(6, 6))
            && tokens.Current.IsJoined
            && !tokens.Peek(1).IsJoinedSign(':');
        if (!isCompact)
        {
            return null;
        }

        string figures = tokens.Current.Text.PadRight(6, '0');
        tokens.Position++;
        (int hour, int minute, int second) = (
            int.Parse(figures[..2]),
            int.Parse(figures[2..4]),
            int.Parse(figures[4..])
        );
        return hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second) : null;
    }

    /// <summary>Seconds and their fraction, in nanoseconds; 0 when there are none, null when they are wrong.</summary>
    private static long? TakeSeconds(DateTokens tokens)
    {
        if (tokens.TakeJoint(":") is null)
        {
            return 0;
        }

        if (tokens.TakeNumber(2, 2) is not (>= 0 and < 60 and { } second))
        {
            return null;
        }

        long fraction = 0;
        if (tokens.Current.IsJoinedSign('.') && tokens.Peek(1).IsNumber(1, 9))
        {
            fraction = long.Parse(tokens.Peek(1).Text.PadRight(9, '0'));
            tokens.Position += 2;
        }

        return (second * NodaConstants.NanosecondsPerSecond) + fraction;
    }

    /// <summary>The time in the morning or in the afternoon, for an hour from 1 to 12.</summary>
    public static LocalTime InHalf(LocalTime time, bool isAfternoon) =>
        time.PlusHours((isAfternoon ? 12 : 0) - (time.Hour == 12 ? 12 : 0));

    /// <summary>Reads "am" (false) or "pm" (true); null when neither comes next.</summary>
    public static bool? TakeHalf(DateTokens tokens)
    {
        if (tokens.Take("am") || tokens.Take("a", "m"))
        {
            return false;
        }

        return tokens.Take("pm") || tokens.Take("p", "m") ? true : null;
    }

    private static bool IsPartNext(DateTokens tokens)
    {
        int start = tokens.Position;
        bool isPart = TakePart(tokens, new DateParts());
        tokens.Position = start;
        return isPart;
    }
}
