namespace ClickUpMcp.RateLimiting;

/// <summary>Turns the server's count into the arrival time that our own word must have reached.</summary>
internal static class Feedback
{
    /// <summary>The earliest arrival time that fits what the server has left for us.</summary>
    /// <param name="left">Ticks until the server's window ends.</param>
    /// <param name="remaining">Requests left in that window.</param>
    /// <param name="held">Of those, how many are not to be spent: the reserve, and ours that are on their way.</param>
    public static long Arrival(Pace pace, long now, long left, int remaining, int held)
    {
        long reset = now + left;
        long spendable = (long)remaining - held;
        if (spendable <= 0)
        {
            return pace.FirstFreeAt(reset);
        }

        // Others' requests weigh as if they had come through this limiter: what is left must last until the reset.
        long shared = reset - (remaining * pace.Interval);

        // And never more at once than may be spent, however much was saved up.
        long burst = pace.Tolerance / pace.Interval;
        long capped = now + ((burst - Math.Min(spendable, burst)) * pace.Interval);
        return Math.Max(shared, capped);
    }
}
