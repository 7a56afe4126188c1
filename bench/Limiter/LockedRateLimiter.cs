using System.Threading.RateLimiting;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>The same algorithm under a plain lock, to show what the compare-and-swap is worth.</summary>
internal sealed class LockedRateLimiter(long interval, int burst, TimeProvider time) : RateLimiter
{
    private readonly Lock _gate = new();
    private readonly long _tolerance = interval * burst;
    private readonly Lease _granted = new(true);
    private readonly Lease _refused = new(false);
    private long _arrival = time.GetTimestamp();
    private long _grants;
    private long _refusals;

    public override TimeSpan? IdleDuration => null;

    public override RateLimiterStatistics GetStatistics() =>
        new() { TotalSuccessfulLeases = _grants, TotalFailedLeases = _refusals };

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            long next = Math.Max(_arrival, now) + (interval * permitCount);
            if (next - _tolerance > now)
            {
                _refusals++;
                return _refused;
            }

            _arrival = next;
            _grants++;
            return _granted;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        int permitCount,
        CancellationToken cancellationToken
    ) => new(AttemptAcquireCore(permitCount));

    private sealed class Lease(bool acquired) : RateLimitLease
    {
        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
