namespace ClickUpMcp.Values;

/// <summary>Which end of a day a date without a time means.</summary>
internal enum DateEdge
{
    /// <summary>The first millisecond of the day.</summary>
    Start,

    /// <summary>The last millisecond of the day.</summary>
    End,
}
