using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport;

/// <summary>Collects between the calls of one client, when least of what they allocated is still in use.</summary>
/// <remarks>
/// The runtime collects after 16 MiB, which serves many clients at once well; one client whose calls come one by one
/// needs a quarter of that: docs/decisions/0024-memory-bounds.md.
/// </remarks>
internal sealed class StdioCollector
{
    private const long Budget = 4 * 1024 * 1024;

    // Only large messages allocate as much for one call, and what they leave is not in the youngest generation.
    private const long LargeBudget = 32 * 1024 * 1024;

    private long _collectedAt;

    /// <summary>Collects if enough was allocated since the last time; to be called when nothing is under way.</summary>
    public void Idled()
    {
        long since = GC.GetTotalAllocatedBytes() - _collectedAt;
        if (since >= LargeBudget)
        {
            CollectAll();
        }
        else if (since >= Budget)
        {
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            _collectedAt = GC.GetTotalAllocatedBytes();
        }
    }

    /// <summary>Gives back what a large message took.</summary>
    public void CollectAll()
    {
        ByteArrays.Drop();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _collectedAt = GC.GetTotalAllocatedBytes();
    }
}
