using System.Buffers;

namespace ClickUpMcp.Hosting.Http;

/// <summary>The buffers of connections, out of the pool that the whole process shares; nothing of what came through them is left in them.</summary>
/// <remarks>
/// Kestrel's own pool pins its blocks for good, so that the collector can neither move them nor give back what lies around
/// them, and lets go of a twentieth of the unused ones every 10 s: docs/decisions/0034-memory-goes-back.md.
/// </remarks>
internal sealed class ConnectionMemory : MemoryPool<byte>
{
    private const int BlockSize = 4096;

    public override int MaxBufferSize => BlockSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        return new Block();
    }

    protected override void Dispose(bool disposing) { }

    private sealed class Block : IMemoryOwner<byte>
    {
        private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(BlockSize);

        public Memory<byte> Memory => _bytes ?? throw new ObjectDisposedException(nameof(ConnectionMemory));

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
            {
                ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
            }
        }
    }
}
