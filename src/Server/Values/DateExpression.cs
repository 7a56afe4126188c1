using System.Globalization;

namespace ClickUpMcp.Values;

/// <summary>A date as the caller wrote it, and the instant it turned out to mean.</summary>
internal sealed class DateExpression(string text, DateEdge edge, DateDirection direction = DateDirection.Future)
{
    /// <summary>The caller's words: ISO 8601, Unix milliseconds in digits, or natural language.</summary>
    public string Text { get; } = text;

    /// <summary>What a date without a time means.</summary>
    public DateEdge Edge { get; } = edge;

    /// <summary>Which way to look for what comes round.</summary>
    public DateDirection Direction { get; } = direction;

    /// <summary>Unix time in milliseconds; set by resolution.</summary>
    public long UnixMilliseconds { get; private set; }

    /// <summary>Whether the caller named a time of day; set by resolution.</summary>
    public bool HasTime { get; private set; }

    /// <summary>The day on the user's calendar, as in <c>2026-12-25</c>; set by resolution.</summary>
    public string Day
    {
        get => field ?? throw new InvalidOperationException("A date was used before it was resolved.");
        private set;
    }

    /// <summary>Whether <see cref="UnixMilliseconds"/> and <see cref="HasTime"/> are known.</summary>
    public bool IsResolved { get; private set; }

    /// <summary>Records what the expression means.</summary>
    /// <param name="unixMilliseconds">The instant.</param>
    /// <param name="hasTime">Whether a time of day was named.</param>
    /// <param name="zone">How far the user's clock is ahead of UTC then.</param>
    public void Resolve(long unixMilliseconds, bool hasTime, TimeSpan zone = default)
    {
        DateTimeOffset local = DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds).ToOffset(zone);
        Day = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        UnixMilliseconds = unixMilliseconds;
        HasTime = hasTime;
        IsResolved = true;
    }
}
