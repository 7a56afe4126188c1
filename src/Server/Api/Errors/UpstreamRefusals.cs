using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Api;

/// <summary>Words what is said instead of sending a request.</summary>
internal static class UpstreamRefusals
{
    /// <summary>The wait for a permit does not fit into the call.</summary>
    public static ClickUpApiException WaitTooLong(TimeSpan wait, LimitCounters counters)
    {
        counters.Count(RefusalReason.WaitTooLong);
        return new ClickUpApiException(
            ApiErrorKind.RateLimited,
            "ClickUp's rate limit is used up, and waiting for it would take longer than this call may.",
            "All calls with this token share the limit. This request was not carried out.",
            $"Retry in {Seconds(wait)} s, with fewer calls at once."
        )
        {
            RetryAfter = wait,
        };
    }

    /// <summary>The circuit breaker is open.</summary>
    public static ClickUpApiException CircuitOpen(TimeSpan wait, LimitCounters counters)
    {
        counters.Count(RefusalReason.CircuitOpen);
        return new ClickUpApiException(
            ApiErrorKind.Unreachable,
            "ClickUp is down or cannot be reached: many requests in a row failed.",
            "To let it recover, nothing but one probe now and then is sent. This request was not.",
            $"Retry in {Seconds(wait)} s."
        )
        {
            IsUnsent = true,
            RetryAfter = wait,
        };
    }

    /// <summary>The call may not send it.</summary>
    public static ClickUpApiException NotPermitted() =>
        new(
            ApiErrorKind.NotAllowed,
            "This call may not send what it was about to send to ClickUp.",
            "It would change something, and the call only reads, or it is no operation of the tool. Nothing was sent.",
            "Tell the operator: the tool does something else than it declares."
        )
        {
            IsUnsent = true,
        };

    private static long Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
}
