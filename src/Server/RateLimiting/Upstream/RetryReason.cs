namespace ClickUpMcp.RateLimiting;

/// <summary>Why a request was sent once more.</summary>
internal enum RetryReason
{
    /// <summary>Refused with 429 before it was executed.</summary>
    RateLimited,

    /// <summary>No connection was made, so nothing was sent.</summary>
    NotConnected,

    /// <summary>502, 503 or 504, to a read.</summary>
    GatewayFault,

    /// <summary>The connection broke or the response did not come, to a read.</summary>
    NoResponse,
}
