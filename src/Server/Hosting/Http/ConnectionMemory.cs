using System.Buffers;
using System.Collections.Concurrent;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The buffers of connections, out of a store of so many at most; nothing of what came through them is left in them.</summary>
/// <remarks>
/// Kestrel's own pool pins its blocks for good, so that the collector can neither move them nor give back what lies around
/// them, and lets go of a twentieth of the unused ones every 10 s: docs/decisions/0034-memory-goes-back.md.
/// </remarks>
internal sealed class ConnectionMemory : MemoryPool<byte>
{
    private const int BlockSize = 4096;

    // What a busy server has in use; the shared pool keeps too few, and what goes beyond is garbage as fast as bytes arrive.
    private const int MostKept = 2048;

    private static readonly ConcurrentQueue<byte[]> Kept = new();
    private static int _kept;

    public override int MaxBufferSize => BlockSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        return new Block();
    }

    /// <summary>Lets go of the buffers that no connection uses, for the collector to give back.</summary>
    public static void Drop()
    {
        while (Kept.TryDequeue(out _))
        {
            Interlocked.Decrement(ref _kept);
        }
    }

    protected override void Dispose(bool disposing) { }

    private static byte[] Take()
    {
        if (!Kept.TryDequeue(out byte[]? bytes))
        {
            return GC.AllocateUninitializedArray<byte>(BlockSize);
        }

        Interlocked.Decrement(ref _kept);
        return bytes;
    }

    private static void Keep(byte[] bytes)
    {
        Array.Clear(bytes);
        if (Interlocked.Increment(ref _kept) <= MostKept)
        {
            Kept.Enqueue(bytes);
        }
        else
        {
            Interlocked.Decrement(ref _kept);
        }
    }

    private sealed class Block : IMemoryOwner<byte>
    {
        private byte[]? _bytes = Take();

        public Memory<byte> Memory => _bytes ?? throw new ObjectDisposedException(nameof(ConnectionMemory));

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
            {
                Keep(bytes);
            }
        }
    }
}
