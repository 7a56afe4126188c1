namespace ClickUpMcp.Protocol.Offers;

/// <summary>How watched resources are looked at.</summary>
/// <param name="Pace">The time from one look to the next.</param>
/// <param name="Counts">Counts them.</param>
/// <param name="Principal">Whom they count for.</param>
/// <param name="Time">The clock.</param>
internal sealed record WatchOptions(TimeSpan Pace, WatchCounts Counts, UInt128 Principal, TimeProvider Time)
{
    /// <summary>The most resources that one session or request watches.</summary>
    public const int MostOfOwner = 20;
}
