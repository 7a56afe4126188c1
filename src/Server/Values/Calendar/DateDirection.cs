namespace ClickUpMcp.Values;

/// <summary>Which way an argument looks for a date that comes round again: a weekday, a day without a year, a time of day.</summary>
internal enum DateDirection
{
    /// <summary>The first one from today on.</summary>
    Future,

    /// <summary>The latest one up to today.</summary>
    Past,
}
