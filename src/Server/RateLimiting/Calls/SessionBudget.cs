using System.Globalization;

namespace ClickUpMcp.RateLimiting;

/// <summary>Counts what one session uses, and refuses what would be more than its budget.</summary>
/// <param name="limits">The budget.</param>
internal sealed class SessionBudget(SessionLimits limits)
{
    private const string Setting = "CLICKUP_MCP_SESSION_BUDGET";

    private long _calls;
    private long _writes;
    private long _requests;
    private long _bytes;

    /// <summary>What was used of each part that has a limit.</summary>
    public IReadOnlyList<BudgetUse> Use =>
        [
            .. new BudgetUse[]
            {
                new("calls", Interlocked.Read(ref _calls), limits.Calls),
                new("writes", Interlocked.Read(ref _writes), limits.Writes),
                new("requests", Interlocked.Read(ref _requests), limits.Requests),
                new("bytes", Interlocked.Read(ref _bytes), limits.Bytes),
            }.Where(static use => use.Limit > 0),
        ];

    /// <summary>Takes one tool call.</summary>
    /// <exception cref="CallsRefusedException">There is none left, or no more bytes.</exception>
    public void TakeCall()
    {
        if (limits.Bytes > 0 && Interlocked.Read(ref _bytes) >= limits.Bytes)
        {
            throw Spent(limits.Bytes, "bytes of results");
        }

        Take(ref _calls, limits.Calls, "tool calls");
    }

    /// <summary>Takes one request to the API.</summary>
    /// <param name="changes">Whether it changes something there.</param>
    /// <exception cref="CallsRefusedException">There is none left.</exception>
    public void TakeRequest(bool changes)
    {
        if (changes)
        {
            Take(ref _writes, limits.Writes, "requests that change something");
        }

        Take(ref _requests, limits.Requests, "requests to the API");
    }

    /// <summary>Notes a result.</summary>
    public void AddBytes(long bytes) => Interlocked.Add(ref _bytes, bytes);

    private static void Take(ref long used, long limit, string what)
    {
        if (limit > 0 && Interlocked.Increment(ref used) > limit)
        {
            // What is refused was not used; a counter that only grew would pass its end some day.
            Interlocked.Decrement(ref used);
            throw Spent(limit, what);
        }
    }

    private static CallsRefusedException Spent(long limit, string what) =>
        new(
            RefusalReason.SessionBudget,
            retryAfter: null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"This session has used its {limit} {what}. What was to be done by this was not done."
            ),
            $"Tell the user what is done and what is left; the operator can change the budget of a session with {Setting}."
        );
}
