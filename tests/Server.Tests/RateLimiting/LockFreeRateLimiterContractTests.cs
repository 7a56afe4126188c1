using System.Threading.RateLimiting;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>The contract, kept by ours.</summary>
public sealed class LockFreeRateLimiterContractTests : RateLimiterContract
{
    private readonly ManualTimeProvider _time = new();

    protected override RateLimiter Create(int burst, int queueLimit, QueueProcessingOrder order) =>
        new LockFreeRateLimiter(
            new LockFreeRateLimiterOptions
            {
                PermitsPerPeriod = 60,
                Burst = burst,
                QueueLimit = queueLimit,
                QueueOrder = order,
            },
            _time
        );

    protected override void Pass(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));
}
