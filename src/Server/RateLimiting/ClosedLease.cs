using System.Threading.RateLimiting;

namespace ClickUpMcp.RateLimiting;

/// <summary>What a waiter gets whose limiter was disposed.</summary>
internal sealed class ClosedLease : RateLimitLease
{
    private static readonly string[] Names = [MetadataName.ReasonPhrase.Name];

    private ClosedLease() { }

    public static ClosedLease Instance { get; } = new();

    public override bool IsAcquired => false;

    public override IEnumerable<string> MetadataNames => Names;

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        bool known = metadataName == MetadataName.ReasonPhrase.Name;
        metadata = known ? "The rate limiter was closed while the call waited." : null;
        return known;
    }
}
