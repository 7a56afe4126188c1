using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Gives memory back to the system once a busy time is over; without allocations the runtime would keep it for ever.</summary>
internal sealed class IdleCollector(TimeProvider time)
{
    // Timers, probes and a few calls allocate less between two looks.
    private const long QuietBytes = 2 * 1024 * 1024;

    // What is not worth a collection: a server that only sometimes serves one client has as much.
    private const long WorthBytes = 4 * 1024 * 1024;

    // The shared pool lets go of arrays at a collection that comes so much later than another one.
    private static readonly TimeSpan[] Again = [TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(31)];

    private long _allocated = GC.GetTotalAllocatedBytes();
    private long _collectedAt;
    private long _collectedTime;
    private int _collections = Again.Length + 1;

    /// <summary>Looks whether the server was quiet since the last look after it had been busy, and collects then.</summary>
    public void Look()
    {
        long before = _allocated;
        _allocated = GC.GetTotalAllocatedBytes();
        if (_allocated - _collectedAt >= WorthBytes)
        {
            _collections = 0;
        }

        bool isQuiet = _allocated - before <= QuietBytes;
        bool isDue =
            _collections == 0
            || (_collections <= Again.Length && time.GetElapsedTime(_collectedTime) >= Again[_collections - 1]);
        if (!isQuiet || !isDue)
        {
            return;
        }

        ByteArrays.Drop();
        ConnectionMemory.Drop();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _collectedAt = _allocated;
        _collectedTime = time.GetTimestamp();
        _collections++;
    }
}
