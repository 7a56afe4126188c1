using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>One request's place among those on their way; disposing it lets the next one go.</summary>
internal sealed class UpstreamLease(UpstreamLimiter limiter, RateLimitLease? place) : RateLimitLease
{
    private bool _isOver;

    public override bool IsAcquired => true;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isOver)
        {
            _isOver = true;
            limiter.Leave(place);
        }

        base.Dispose(disposing);
    }
}
