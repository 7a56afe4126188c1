using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Transport.Http;

/// <summary>A request's body in one piece, which grows with what arrives and never with what was announced.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>What every body may hold without being counted, so that whoever fills the budget stops no small request.</summary>
    public const int Uncounted = 16 * 1024;

    private const int UsualSize = 4096;

    private readonly ByteBudget _budget;
    private readonly UInt128 _principal;
    private byte[] _bytes = [];
    private int _reserved;
    private int _taken;

    /// <param name="budget">What is counted where.</param>
    /// <param name="principal">Who sends it.</param>
    /// <param name="announced">How long it is said to be, in bytes; 0 where nothing was said.</param>
    /// <exception cref="HttpFaultException">Others of the principal leave no room for as much; nothing of it was read.</exception>
    public RequestBody(ByteBudget budget, UInt128 principal, int announced = 0)
    {
        (_budget, _principal) = (budget, principal);
        Reserve(announced);
    }

    /// <summary>How many bytes have come.</summary>
    public int Length { get; private set; }

    /// <summary>Whether it takes long to read, compared with the bodies of usual calls.</summary>
    public bool IsLarge => Length > Uncounted;

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    /// <summary>Where the next bytes go; never empty.</summary>
    /// <param name="most">How long the body can be at most, more than has come.</param>
    /// <exception cref="HttpFaultException">The budget has no room for them.</exception>
    public Memory<byte> Free(int most)
    {
        if (Length == _bytes.Length)
        {
            Grow(Math.Min(Math.Max(_bytes.Length * 2, UsualSize), most));
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
        _budget.GiveBack(_principal, _reserved, _taken);
        (_reserved, _taken) = (0, 0);
    }

    private void Grow(int size)
    {
        Reserve(size);
        Take(size);
        byte[] larger = ByteArrays.Rent(size);
        _bytes.CopyTo(larger, 0);
        ByteArrays.Return(_bytes, clear: true);
        _bytes = larger;
    }

    private void Reserve(int size)
    {
        int more = Counted(size) - _reserved;
        if (more <= 0)
        {
            return;
        }

        if (!_budget.TryReserve(_principal, more))
        {
            throw new HttpFaultException(HttpFault.OwnBytes);
        }

        _reserved += more;
    }

    private void Take(int size)
    {
        int more = Counted(size) - _taken;
        if (more <= 0)
        {
            return;
        }

        if (!_budget.TryTake(more))
        {
            throw new HttpFaultException(HttpFault.AllBytes);
        }

        _taken += more;
    }

    private static int Counted(int size) => Math.Max(0, size - Uncounted);
}
