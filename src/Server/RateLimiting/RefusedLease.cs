using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>A refusal that knows when the permits will be due, and so serves everybody refused until then.</summary>
/// <param name="due">The timestamp of <paramref name="time"/> at which the permits are due.</param>
internal sealed class RefusedLease(long due, TimeProvider time) : RateLimitLease
{
    private static readonly string[] Names = [MetadataName.RetryAfter.Name];

    public long Due => due;

    public override bool IsAcquired => false;

    public override IEnumerable<string> MetadataNames => Names;

    /// <summary>The time left from now; zero once the permits are due.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            TimeSpan left = time.GetElapsedTime(time.GetTimestamp(), due);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        bool known = metadataName == MetadataName.RetryAfter.Name;
        metadata = known ? RetryAfter : null;
        return known;
    }
}
