using System.Globalization;

namespace ClickUpMcp.RateLimiting;

/// <summary>Notices that a session makes the same call again and again: first the result says so, then the call is refused.</summary>
/// <param name="limit">How often within a minute; half of that is told.</param>
/// <param name="time">The clock.</param>
internal sealed class RepeatedCalls(int limit, TimeProvider time)
{
    // An agent that goes in circles makes few different calls; more than these are no loop.
    private const int Remembered = 16;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly List<(long Call, long Since, int Count)> _calls = new(Remembered);

    /// <summary>Takes a call.</summary>
    /// <param name="call">A hash of the tool and what it was asked.</param>
    /// <returns>What the caller is to be told beside the result; null for nothing.</returns>
    /// <exception cref="CallsRefusedException">It was made too often.</exception>
    public string? Take(long call)
    {
        lock (_lock)
        {
            _calls.RemoveAll(known => time.GetElapsedTime(known.Since) >= Window);
            int at = _calls.FindIndex(known => known.Call == call);
            if (at < 0)
            {
                if (_calls.Count == Remembered)
                {
                    _calls.RemoveAt(0);
                }

                _calls.Add((call, time.GetTimestamp(), 1));
                return null;
            }

            (_, long since, int count) = _calls[at];
            if (count >= limit)
            {
                throw Refusal(Window - time.GetElapsedTime(since));
            }

            count++;
            _calls[at] = (call, since, count);
            return count > limit / 2 && count > 1
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"This call was made {count} times with the same arguments within a minute; after {limit} it is refused. Use the result, or ask something else."
                )
                : null;
        }
    }

    private CallsRefusedException Refusal(TimeSpan wait) =>
        new(
            RefusalReason.Repeated,
            wait,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The same call was made {limit} times within a minute, and is refused for now. Nothing was done."
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Work with the results that it gave, change the arguments, or wait {Math.Ceiling(wait.TotalSeconds)} s; "
            ) + "the operator can change the limit with CLICKUP_MCP_REPEAT_LIMIT (0 = none)."
        );
}
