using ClickUpMcp.Errors;

namespace ClickUpMcp.RateLimiting;

/// <summary>A call limit turned a tool call away; nothing was done.</summary>
internal sealed class CallsRefusedException(RefusalReason reason, TimeSpan? retryAfter, string what, string next)
    : ActionableException(what, why: null, next)
{
    public RefusalReason Reason => reason;

    public override bool IsOfCaller => false;

    /// <summary>The time until a call will be let in; null when none will be.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}
