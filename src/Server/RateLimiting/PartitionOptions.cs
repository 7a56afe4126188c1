namespace ClickUpMcp.RateLimiting;

/// <summary>How many partitions may live, and for how long an unused one does.</summary>
internal sealed record PartitionOptions
{
    /// <summary>The most partitions; keys beyond it share one limiter, so nobody goes unlimited and memory is bounded.</summary>
    public int Capacity { get; init; } = 10_000;

    /// <summary>How long a partition's budget must have been full before it may be evicted.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The shortest time between two searches for idle partitions, which cost a walk over all of them.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(1);
}
