namespace ClickUpMcp.Api;

/// <summary>Reads from a response when requests are taken again.</summary>
internal static class RateLimitReset
{
    // Without any header: most budgets are counted by the minute.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait, at least one second; <c>Retry-After</c> wins over the budget's own header.</summary>
    public static TimeSpan DelayOf(HttpResponseMessage response, RateLimitNames names, DateTimeOffset now)
    {
        TimeSpan delay = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => RateLimitHeaders.ResetOf(response.Headers, names, now) is { } reset ? reset - now : Window,
        };
        return delay < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : delay;
    }
}
