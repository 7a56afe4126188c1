using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting;

/// <summary>The contract, kept by the framework's token bucket: shows that the contract is not of our making.</summary>
public sealed class TokenBucketContractTests : RateLimiterContract, IDisposable
{
    private TokenBucketRateLimiter? _limiter;

    protected override RateLimiter Create(int burst, int queueLimit, QueueProcessingOrder order) =>
        _limiter = new TokenBucketRateLimiter(
            new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst,
                QueueLimit = queueLimit,
                QueueProcessingOrder = order,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = false,
            }
        );

    /// <summary>The token bucket takes no clock, so the instant is handed to the method that its timer calls.</summary>
    protected override void Pass(int seconds)
    {
        for (int i = 0; i < seconds; i++)
        {
            Replenish(_limiter!, LastReplenishment(_limiter!) + Stopwatch.Frequency);
        }
    }

    public void Dispose() => _limiter?.Dispose();

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ReplenishInternal")]
    private static extern void Replenish(TokenBucketRateLimiter limiter, long timestamp);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lastReplenishmentTick")]
    private static extern ref long LastReplenishment(TokenBucketRateLimiter limiter);
}
