using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport;

/// <summary>Collects between the calls of one client, when least of what they allocated is still in use.</summary>
/// <remarks>
/// The runtime collects after 16 MiB, which serves many clients at once well; one client needs a quarter of that. What a call under way still
/// holds goes to the second generation, of which the runtime would let as much gather again, so that is collected with it:
/// docs/decisions/0024-memory-bounds.md.
/// </remarks>
internal sealed class StdioCollector
{
    private const int Second = 1;
    private const long Budget = 4 * 1024 * 1024;

    // A collection can leave a region of 2 MiB with a few objects in it, and nothing but a full one empties those.
    private const long Growth = 16 * 1024 * 1024;

    // Large messages and many calls at once leave as much, and not in the youngest generation alone.
    private const long LargeBudget = 32 * 1024 * 1024;

    private long _collectedAt;
    private long _idleAt;
    private long _committed;

    /// <summary>Collects if enough was allocated since the last time; to be called when a request has ended.</summary>
    /// <param name="isLast">Whether no other is under way.</param>
    public void Left(bool isLast)
    {
        long now = GC.GetTotalAllocatedBytes();
        if (isLast && now - Interlocked.Exchange(ref _idleAt, now) >= LargeBudget)
        {
            CollectAll();
            return;
        }

        // Of several that end at once, one collects.
        long last = Interlocked.Read(ref _collectedAt);
        if (now - last >= Budget && Interlocked.CompareExchange(ref _collectedAt, now, last) == last)
        {
            GC.Collect(Second, GCCollectionMode.Forced, blocking: true);
            if (Committed - Interlocked.Read(ref _committed) >= Growth)
            {
                CollectAll();
            }
        }
    }

    /// <summary>Gives back what a large message took.</summary>
    public void CollectAll()
    {
        ByteArrays.Drop();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Interlocked.Exchange(ref _collectedAt, GC.GetTotalAllocatedBytes());
        Interlocked.Exchange(ref _committed, Committed);
    }

    private static long Committed => GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
}
