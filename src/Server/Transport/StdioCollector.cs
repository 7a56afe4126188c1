using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport;

/// <summary>Collects between the calls of one client, when least of what they allocated is still in use.</summary>
/// <remarks>
/// The runtime collects after 16 MiB, which serves many clients at once well; one client whose calls come one by one
/// needs a quarter of that, and half where some are always under way: docs/decisions/0024-memory-bounds.md.
/// </remarks>
internal sealed class StdioCollector
{
    private const long Budget = 4 * 1024 * 1024;
    private const long BusyBudget = 8 * 1024 * 1024;

    // Large messages and many calls at once leave as much, and not in the youngest generation alone.
    private const long LargeBudget = 32 * 1024 * 1024;

    // Arrays of large responses, which no collection of the youngest generation frees: docs/decisions/0024-memory-bounds.md.
    private const long LargeArrays = 8 * 1024 * 1024;

    private const int LargeObjects = 3;

    private long _collectedAt;
    private long _largeLeft;
    private long _idleAt;

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
        if (
            now - last >= (isLast ? Budget : BusyBudget)
            && Interlocked.CompareExchange(ref _collectedAt, now, last) == last
        )
        {
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            long large = Large();
            // The runtime collects them too.
            _largeLeft = Math.Min(_largeLeft, large);
            if (large - _largeLeft >= LargeArrays)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
                _largeLeft = Large();
            }
        }
    }

    private static long Large() => GC.GetGCMemoryInfo(GCKind.Any).GenerationInfo[LargeObjects].SizeAfterBytes;

    /// <summary>Gives back what a large message took.</summary>
    public void CollectAll()
    {
        ByteArrays.Drop();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Interlocked.Exchange(ref _collectedAt, GC.GetTotalAllocatedBytes());
    }
}
