namespace ClickUpMcp.RateLimiting;

/// <summary>Which limit turned something away.</summary>
internal enum RefusalReason
{
    /// <summary>The principal's tool calls per minute.</summary>
    CallsPerMinute,

    /// <summary>The licence's tool calls per day.</summary>
    CallsPerDay,

    /// <summary>What a session may use in all.</summary>
    SessionBudget,

    /// <summary>The same call again and again.</summary>
    Repeated,

    /// <summary>The wait for the API's rate limit is longer than the call may take.</summary>
    WaitTooLong,

    /// <summary>The API is down, and the circuit breaker spares it.</summary>
    CircuitOpen,
}
