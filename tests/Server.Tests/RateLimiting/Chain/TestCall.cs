using ClickUpMcp.Api;
using ClickUpMcp.Tests.Api;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

/// <summary>A call that ends so many seconds from now and remembers when it was told to wait.</summary>
internal sealed class TestCall(ManualTimeProvider time, double seconds = 120) : IUpstreamCall
{
    public long Deadline { get; } = time.GetTimestamp() + TimeSpan.FromSeconds(seconds).Ticks;

    public CallPermission Permission => TestClient.Anything;

    /// <summary>The clock's seconds at each notice, and what was said to be left.</summary>
    public List<(double At, TimeSpan Left)> Notices { get; } = [];

    /// <summary>What happens at the moment at which the call is told to wait.</summary>
    public Action? OnNotice { get; init; }

    public void Waiting(TimeSpan left)
    {
        Notices.Add((time.GetTimestamp() / (double)TimeSpan.TicksPerSecond, left));
        OnNotice?.Invoke();
    }
}
