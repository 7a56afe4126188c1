namespace ClickUpMcp.Api;

/// <summary>Reads from an answer when ClickUp takes requests again.</summary>
internal static class RateLimitReset
{
    // Without any header: ClickUp counts per minute, so a new window begins within one.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait, at least one second; <c>Retry-After</c> wins over <c>X-RateLimit-Reset</c> (Unix seconds).</summary>
    public static TimeSpan DelayOf(HttpResponseMessage response, DateTimeOffset now)
    {
        TimeSpan delay = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => RateLimitHeaders.ResetOf(response.Headers) is { } reset ? reset - now : Window,
        };
        return delay < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : delay;
    }
}
