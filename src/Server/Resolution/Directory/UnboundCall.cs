using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>For a look-up on nobody's behalf: bounded by its cancellation only, and nobody hears that it waits.</summary>
internal sealed class UnboundCall : IUpstreamCall
{
    public long Deadline => long.MaxValue;

    public void Waiting(TimeSpan left) { }
}
