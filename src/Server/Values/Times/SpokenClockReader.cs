using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads a time of day as it is spoken: "half past three", "quarter to 5 pm", "ten past noon".</summary>
internal static class SpokenClockReader
{
    private const int MinutesOfHour = 60;

    /// <summary>Reads such a time if one comes next.</summary>
    public static bool Take(DateTokens tokens, DateParts parts)
    {
        tokens.Take("at");
        if (TakeMinutes(tokens) is not { } minutes || TakeSide(tokens) is not { } isPast)
        {
            return false;
        }

        return TakeHour(tokens) is { } hour
            && parts.SetClock(hour with { Time = hour.Time.PlusMinutes(isPast ? minutes : -minutes) });
    }

    private static int? TakeMinutes(DateTokens tokens)
    {
        if (tokens.Take("half"))
        {
            return MinutesOfHour / 2;
        }

        tokens.Take("a");
        if (tokens.Take("quarter"))
        {
            return MinutesOfHour / 4;
        }

        int? minutes = tokens.TakeNumber(1, 2) ?? NumberWords.TakeCardinal(tokens);
        _ = tokens.Take("minutes") || tokens.Take("min");
        return minutes is > 0 and < MinutesOfHour ? minutes : null;
    }

    private static bool? TakeSide(DateTokens tokens) =>
        tokens.Take("past") ? true
        : tokens.Take("to") ? false
        : null;

    private static ClockTime? TakeHour(DateTokens tokens)
    {
        if (tokens.Take("noon") || tokens.Take("midday"))
        {
            return new ClockTime(LocalTime.Noon, ClockForm.Sure);
        }

        if ((tokens.TakeNumber(1, 2) ?? NumberWords.TakeCardinal(tokens)) is not (>= 1 and <= 12 and { } hour))
        {
            return null;
        }

        _ = tokens.Take("o'clock") || tokens.Take("o", "clock");
        LocalTime time = new(hour, 0);
        return ClockReader.TakeHalf(tokens) is { } isAfternoon
            ? new ClockTime(ClockReader.InHalf(time, isAfternoon), ClockForm.Sure)
            : new ClockTime(time, ClockForm.Bare);
    }
}
