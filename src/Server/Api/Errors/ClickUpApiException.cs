using ClickUpMcp.Errors;

namespace ClickUpMcp.Api;

/// <summary>A request to ClickUp failed.</summary>
internal sealed class ClickUpApiException(ApiErrorKind kind, string what, string? why, string? next)
    : ActionableException(what, why, next)
{
    /// <summary>What kind of failure it is.</summary>
    public ApiErrorKind Kind { get; } = kind;

    public override bool IsOfCaller => Kind == ApiErrorKind.NotFoundOrNoAccess;

    public override bool IsRefusal => Kind is ApiErrorKind.NotFoundOrNoAccess or ApiErrorKind.Invalid;

    /// <summary>Whether the request was never sent.</summary>
    public bool IsUnsent { get; init; }

    /// <summary>Whether the request surely changed nothing.</summary>
    public bool IsUndone =>
        IsUnsent
        || Kind
            is ApiErrorKind.NotFoundOrNoAccess
                or ApiErrorKind.Invalid
                or ApiErrorKind.Authentication
                or ApiErrorKind.NotAllowed
                or ApiErrorKind.RateLimited;

    /// <summary>The HTTP status; 0 when no response arrived.</summary>
    public int Status { get; init; }

    /// <summary>ClickUp's ECODE; null when it sent none.</summary>
    public string? Code { get; init; }

    /// <summary>After a rate limit: how long to wait; null otherwise.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
