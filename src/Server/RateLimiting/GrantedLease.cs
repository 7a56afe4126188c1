using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>The one lease of every grant: a permit, once taken, is spent, so there is nothing to give back.</summary>
internal sealed class GrantedLease : RateLimitLease
{
    private GrantedLease() { }

    public static GrantedLease Instance { get; } = new();

    public override bool IsAcquired => true;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }
}
