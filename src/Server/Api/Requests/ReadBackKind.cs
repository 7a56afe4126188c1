namespace ClickUpMcp.Api;

/// <summary>How a value that was sent is compared with what came back.</summary>
internal enum ReadBackKind
{
    /// <summary>The same text, number or id; null means empty.</summary>
    Same,

    /// <summary>The same day, or the same moment where the time of day counts.</summary>
    Date,

    /// <summary>The same number, of milliseconds.</summary>
    Duration,

    /// <summary>A long text, whose formatting ClickUp may change: some text where some was sent.</summary>
    Text,

    /// <summary>A list that holds each value that was sent.</summary>
    Holds,

    /// <summary>A list that holds each value that was sent, and no other.</summary>
    Only,

    /// <summary>A list that holds none of the values that were sent.</summary>
    Lacks,

    /// <summary>Something whose form ClickUp may change: something where something was sent, of a list as many items.</summary>
    Some,

    /// <summary>As <see cref="Some"/>, and of a list no more.</summary>
    Whole,

    /// <summary>Nothing at that place.</summary>
    Empty,
}
