namespace ClickUpMcp.Values;

/// <summary>How surely a time of day says which half of the day is meant.</summary>
internal enum ClockForm
{
    /// <summary>An hour alone, as in "at 3": either half.</summary>
    Bare,

    /// <summary>Figures such as <c>3:30</c>: the morning, unless the words name another part of the day.</summary>
    Figures,

    /// <summary>As in <c>3pm</c> or <c>15h</c>.</summary>
    Sure,

    /// <summary>Midnight, which ends one day and begins another.</summary>
    Midnight,
}
