using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Turns bounds as callers mean them into ClickUp's, which lie outside what they bound.</summary>
/// <remarks>A day after which something is belongs to it, a day before which something is does not.</remarks>
internal static class DateBounds
{
    /// <summary>The bound of what lies after a moment, or on a day and after it.</summary>
    public static ResolvedDate? After(ResolvedDate? date) =>
        date is { HasTime: false } day && day.NamedEdge != DateEdge.End
            ? day with
            {
                UnixMilliseconds = day.UnixMilliseconds - 1,
            }
            : date;

    /// <summary>The bound of what lies before a moment or day, or up to another, itself included.</summary>
    public static ResolvedDate? Before(ResolvedDate? date, ResolvedDate? upTo) =>
        date ?? (upTo is { } last ? last with { UnixMilliseconds = last.UnixMilliseconds + 1 } : null);
}
