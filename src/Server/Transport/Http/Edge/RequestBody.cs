using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport.Http;

/// <summary>A request's body in one piece, which grows with what arrives and never with what was announced.</summary>
internal sealed class RequestBody(ByteBudget budget, UInt128 principal) : IDisposable
{
    /// <summary>What every body may hold without being counted, so that whoever fills the budget stops no small request.</summary>
    public const int Uncounted = 64 * 1024;

    private const int UsualSize = 4096;

    private byte[] _bytes = ByteArrays.Rent(UsualSize);
    private int _taken;

    /// <summary>How many bytes have come.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    /// <summary>Where the next bytes go; never empty.</summary>
    /// <param name="most">How long the body can be at most, more than has come.</param>
    /// <exception cref="HttpFaultException">The budget has no room for them.</exception>
    public Memory<byte> Free(int most)
    {
        if (Length == _bytes.Length)
        {
            Grow(Math.Min(_bytes.Length * 2, most));
        }

        return _bytes.AsMemory(Length);
    }

    /// <summary>Notes that bytes have come.</summary>
    public void Advance(int count) => Length += count;

    public void Dispose()
    {
        // It may hold what a tenant wrote, and the pool is everybody's.
        ByteArrays.Return(_bytes, clear: true);
        _bytes = [];
        Length = 0;
        budget.GiveBack(principal, _taken);
        _taken = 0;
    }

    private void Grow(int size)
    {
        Take(size);
        byte[] larger = ByteArrays.Rent(size);
        _bytes.CopyTo(larger, 0);
        ByteArrays.Return(_bytes, clear: true);
        _bytes = larger;
    }

    private void Take(int size)
    {
        int more = Math.Max(0, size - Uncounted) - _taken;
        if (more <= 0)
        {
            return;
        }

        if (!budget.TryTake(principal, more, out bool isOwn))
        {
            throw new HttpFaultException(isOwn ? HttpFault.OwnBytes : HttpFault.AllBytes);
        }

        _taken += more;
    }
}
