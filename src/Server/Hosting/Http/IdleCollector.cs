namespace ClickUpMcp.Hosting.Http;

/// <summary>Gives memory back to the system once a busy time is over; without allocations the runtime would keep it for ever.</summary>
internal sealed class IdleCollector
{
    // Timers, probes and a few calls allocate less between two looks.
    private const long QuietBytes = 2 * 1024 * 1024;

    // What is not worth a collection: a server that only sometimes serves one client has as much.
    private const long WorthBytes = 16 * 1024 * 1024;

    private long _allocated = GC.GetTotalAllocatedBytes();
    private long _collectedAt;

    /// <summary>Looks whether the server was quiet since the last look after it had been busy, and collects then.</summary>
    public bool Look()
    {
        long before = _allocated;
        _allocated = GC.GetTotalAllocatedBytes();
        if (_allocated - before > QuietBytes || _allocated - _collectedAt < WorthBytes)
        {
            return false;
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _collectedAt = _allocated;
        return true;
    }
}
