namespace ClickUpMcp.RateLimiting;

/// <summary>How long to send nothing after a 429: what the API says, and twice as long after each that follows another.</summary>
/// <remarks>
/// What it says may be wrong: a reset in the past comes from a clock that differs, and means no second more than the last
/// time. A plain lock: it is taken once for each refusal.
/// </remarks>
internal sealed class RefusalBackoff(TimeProvider time)
{
    /// <summary>Not longer by our own judgement: budgets are counted by the minute.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private TimeSpan _last;
    private long _until;

    /// <summary>Takes in a 429.</summary>
    /// <param name="told">How long the API says to wait.</param>
    /// <returns>How long to wait from now on.</returns>
    public TimeSpan Refused(TimeSpan told)
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            TimeSpan left = time.GetElapsedTime(now, _until);
            // Requests that were on their way together are refused together: no reason to wait longer.
            bool isSame = _last > TimeSpan.Zero && left > TimeSpan.Zero;
            TimeSpan least =
                isSame ? left
                : _last * 2 < Longest ? _last * 2
                : Longest;
            TimeSpan pause = told > least ? told : least;
            _last = pause > _last ? pause : _last;
            _until = now + time.ToTimestampTicks(pause);
            return pause;
        }
    }

    /// <summary>Takes in a response that is no 429.</summary>
    public void Accepted()
    {
        lock (_gate)
        {
            // One that was sent before the refusal says nothing about the time after it.
            _last = time.GetTimestamp() < _until ? _last : TimeSpan.Zero;
        }
    }
}
