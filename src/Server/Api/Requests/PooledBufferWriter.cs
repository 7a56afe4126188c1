using System.Buffers;

namespace ClickUpMcp.Api;

/// <summary>A growing byte buffer on rented arrays.</summary>
/// <param name="initialSize">How many bytes it holds before it grows.</param>
internal sealed class PooledBufferWriter(int initialSize = PooledBufferWriter.UsualSize)
    : IBufferWriter<byte>,
        IDisposable
{
    private const int UsualSize = 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(initialSize);

    /// <summary>How many bytes were written.</summary>
    public int Count { get; private set; }

    /// <summary>What was written; valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Count);

    /// <inheritdoc cref="Written"/>
    public Memory<byte> WrittenMemory => _buffer.AsMemory(0, Count);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - Count);
        Count += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _buffer.AsMemory(Count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        byte[] rented = _buffer;
        _buffer = [];
        Count = 0;
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Grow(int sizeHint)
    {
        int needed = Count + Math.Max(sizeHint, 1);
        if (needed <= _buffer.Length)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, checked(_buffer.Length * 2)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
