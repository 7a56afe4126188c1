namespace ClickUpMcp.RateLimiting;

/// <summary>A limiter that can be thrown away when a new one would be in the same state.</summary>
internal interface IRetirable
{
    /// <summary>True once retired: no permit was or will be granted since, and the caller should get a new limiter.</summary>
    bool IsRetired { get; }

    /// <summary>Ends the limiter's life if it has been full, with nobody waiting, for <paramref name="idle"/>.</summary>
    bool TryRetire(TimeSpan idle);
}
