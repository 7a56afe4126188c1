namespace ClickUpMcp.RateLimiting;

/// <summary>When something counts as down, and how often it is tried then.</summary>
internal sealed record CircuitBreakerOptions
{
    /// <summary>Failures in a row that open the circuit.</summary>
    public int Failures { get; init; } = 10;

    /// <summary>How long it stays open first; each probe that fails doubles it.</summary>
    public TimeSpan OpenFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest it stays open.</summary>
    public TimeSpan LongestOpenFor { get; init; } = TimeSpan.FromSeconds(60);
}
