namespace ClickUpMcp.Values;

/// <summary>Writes durations the way <see cref="DurationParser"/> reads them.</summary>
internal static class DurationText
{
    /// <summary>Milliseconds as <c>1h 30m</c>, to the second; a negative duration is ClickUp's sign of a running timer.</summary>
    public static string Format(long milliseconds)
    {
        if (milliseconds < 0)
        {
            return "running";
        }

        long seconds = (milliseconds / 1000) + (milliseconds % 1000 >= 500 ? 1 : 0);
        (long hours, long rest) = Math.DivRem(seconds, 3600);
        (long minutes, long left) = Math.DivRem(rest, 60);
        string[] parts =
        [
            hours > 0 ? $"{hours}h" : string.Empty,
            minutes > 0 ? $"{minutes}m" : string.Empty,
            left > 0 ? $"{left}s" : string.Empty,
        ];
        string text = string.Join(' ', parts.Where(static p => p.Length > 0));
        return text.Length == 0 ? "0m" : text;
    }
}
