using ClickUpMcp.Driver.Http;

namespace EndToEnd.Tests.Http;

/// <summary>What one kind of attack did to a server: resident memory in KiB, and what an honest client saw meanwhile.</summary>
/// <param name="Idle">Before.</param>
/// <param name="Peak">The most.</param>
/// <param name="After">Once it had been left in peace.</param>
/// <param name="Honest">The honest client's calls.</param>
public sealed record AttackOutcome(long Idle, long Peak, long After, HonestResult Honest)
{
    /// <summary>What may be resident afterwards.</summary>
    public static long MostAfter(long idle) => idle * 13 / 10;
}
