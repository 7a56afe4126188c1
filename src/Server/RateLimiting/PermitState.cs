using System.Runtime.InteropServices;

namespace ClickUpMcp.RateLimiting;

/// <summary>The hot words of a limiter, alone on their cache lines; see docs/rate-limiting.md for the layout.</summary>
/// <remarks>
/// What an acquire reads and writes shares one line; refusals are counted on another, so that a refused caller
/// takes the line only to read it. The gaps keep neighbouring objects away.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct PermitState
{
    /// <summary>GCRA's theoretical arrival time: when the permits handed out so far are paid for.</summary>
    [FieldOffset(64)]
    public long Arrival;

    /// <summary>Places taken in the queue, and <see cref="Closed"/>; 0 lets an acquire go straight to the word.</summary>
    [FieldOffset(72)]
    public long Gate;

    [FieldOffset(80)]
    public long Granted;

    [FieldOffset(128)]
    public long Refused;

    /// <summary>The bit of <see cref="Gate"/> that says: no more permits, ever.</summary>
    public const long Closed = 1L << 62;

    /// <summary>An arrival time beyond any reading of the clock: the word of a retired limiter.</summary>
    public const long Never = long.MaxValue / 2;
}
