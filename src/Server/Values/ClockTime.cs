using NodaTime;

namespace ClickUpMcp.Values;

/// <summary>Reads a time of day: <c>3pm</c>, <c>3:30 pm</c>, <c>15:30</c>, <c>noon</c>, <c>midnight</c>, with or without "at".</summary>
/// <remarks>A bare hour ("at 3") is refused: it does not say which half of the day. Midnight is the start of its day.</remarks>
internal static class ClockTime
{
    /// <summary>Reads a time if one comes next; null leaves the words unread.</summary>
    public static LocalTime? Take(DateTokens words)
    {
        int start = words.Position;
        words.Take("at");
        LocalTime? time = TakeNamed(words) ?? TakeFigures(words);
        if (time is null)
        {
            words.Position = start;
        }

        return time;
    }

    private static LocalTime? TakeNamed(DateTokens words)
    {
        if (words.Take("noon"))
        {
            return LocalTime.Noon;
        }

        return words.Take("midnight") ? LocalTime.Midnight : null;
    }

    private static LocalTime? TakeFigures(DateTokens words)
    {
        string figures = words.Current;
        bool hasHalf =
            figures.EndsWith("am", StringComparison.Ordinal) || figures.EndsWith("pm", StringComparison.Ordinal);
        string half = hasHalf ? figures[^2..] : string.Empty;
        figures = hasHalf ? figures[..^2] : figures;
        int start = words.Position;
        words.Position++;
        if (!hasHalf && words.Current is "am" or "pm")
        {
            half = words.Current;
            words.Position++;
        }

        LocalTime? time = half.Length == 0 ? IsoDate.ParseTime(figures) : ParseHalf(figures, half == "pm");
        if (time is null)
        {
            words.Position = start;
        }

        return time;
    }

    private static LocalTime? ParseHalf(string figures, bool isAfternoon)
    {
        string whole = figures.Contains(':', StringComparison.Ordinal) ? figures : figures + ":00";
        return IsoDate.ParseTime(whole) is { Hour: >= 1 and <= 12 } time
            ? time.PlusHours((isAfternoon ? 12 : 0) - (time.Hour == 12 ? 12 : 0))
            : null;
    }
}
