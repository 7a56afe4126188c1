namespace ClickUpMcp.Hosting.Http;

/// <summary>How many tenants may be kept, and how many bytes they may take.</summary>
internal sealed record TenantLimits
{
    /// <summary>All tenants; a session has one of its own beside the one of its principal.</summary>
    public int Count { get; init; } = 20_000;

    /// <summary>The bytes of all tenants.</summary>
    public long Bytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The bytes of one principal's tenants.</summary>
    public long BytesPerPrincipal { get; init; } = 4 * 1024 * 1024;

    /// <summary>A tenant that nobody uses for so long is dropped.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The same for one that has called no tool: it knows no names yet, and is quickly made again.</summary>
    public TimeSpan IdleWithoutCalls { get; init; } = TimeSpan.FromSeconds(30);
}
