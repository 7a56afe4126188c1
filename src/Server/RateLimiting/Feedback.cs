namespace ClickUpMcp.RateLimiting;

/// <summary>Turns the server's count into the arrival time that our own word must have reached.</summary>
internal static class Feedback
{
    /// <summary>The earliest arrival time that fits what the server has left for us.</summary>
    /// <param name="left">Ticks until the server's window ends.</param>
    /// <param name="spendable">Requests left in the window, less our reserve.</param>
    /// <param name="inFlight">Requests of ours that the server may not have counted.</param>
    public static long Arrival(Pace pace, long now, long left, int spendable, int inFlight)
    {
        long reset = now + left;
        long unspent = Math.Max(0, (long)spendable - inFlight);
        if (unspent == 0)
        {
            return pace.FirstFreeAt(reset);
        }

        // Others' requests weigh as if they had come through this limiter: what is left must last until the reset.
        long shared = reset - (spendable * pace.Interval);

        // And never more at once than is left, however much was saved up.
        long capped = now + pace.Tolerance - (Math.Min(unspent, pace.Tolerance / pace.Interval) * pace.Interval);
        return Math.Max(shared, capped);
    }
}
