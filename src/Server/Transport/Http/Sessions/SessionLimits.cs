namespace ClickUpMcp.Transport.Http;

/// <summary>How many sessions there may be, and for how long.</summary>
internal sealed record SessionLimits
{
    /// <summary>A session that nobody uses for so long is ended.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session is ended after so long, used or not.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Sessions of one principal; the one unused for longest makes room for a new one.</summary>
    public int PerPrincipal { get; init; } = 100;

    /// <summary>All sessions.</summary>
    public int Total { get; init; } = 10_000;
}
