using System.Buffers;

namespace ClickUpMcp.Api;

/// <summary>A response's body while it arrives: all of it, or the members that are wanted.</summary>
internal sealed class ArrivingBody : IDisposable
{
    private const int SmallestRead = 4096;
    private const int UsualSize = 28 * 1024;
    private const int PieceSize = 16 * 1024;

    private PooledBufferWriter? _kept;
    private readonly MemberFilter? _filter;
    private byte[] _piece = [];

    /// <param name="length">How long it is said to be; null where that is not said.</param>
    /// <param name="wanted">The members to keep; null for all.</param>
    public ArrivingBody(long? length, WantedMembers? wanted)
    {
        if (wanted is null)
        {
            // Large enough at once where the size is known: each growth leaves a smaller array in the pool.
            _kept = new PooledBufferWriter((int)(length ?? UsualSize) + SmallestRead);
            return;
        }

        _kept = new PooledBufferWriter(UsualSize);
        _filter = new MemberFilter(wanted, _kept);
        _piece = ArrayPool<byte>.Shared.Rent(PieceSize);
    }

    /// <summary>How many bytes have come.</summary>
    public long Received { get; private set; }

    /// <summary>How many bytes are held.</summary>
    public int Held => Kept.Count;

    /// <summary>Where the next bytes go.</summary>
    public Memory<byte> Room => _filter is null ? Kept.GetMemory(SmallestRead) : _piece;

    private PooledBufferWriter Kept => _kept ?? throw new InvalidOperationException("The body was handed over.");

    /// <summary>Takes the bytes that were put there.</summary>
    public void Take(int count)
    {
        Received += count;
        if (_filter is null)
        {
            Kept.Advance(count);
        }
        else
        {
            _filter.Write(_piece.AsSpan(0, count));
        }
    }

    /// <summary>Hands the body over, once all of it has come.</summary>
    public BufferedContent HandOver()
    {
        _filter?.Complete();
        BufferedContent content = new(Kept.WrittenMemory, _kept);
        _kept = null;
        return content;
    }

    public void Dispose()
    {
        _kept?.Dispose();
        if (_piece.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_piece);
            _piece = [];
        }
    }
}
