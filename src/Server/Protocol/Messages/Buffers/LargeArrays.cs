using System.Numerics;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Keeps large arrays from one message for the next, up to a bound; the shared pool would keep any number.</summary>
/// <remarks>
/// Arrays of this size lie on the large object heap. Only a collection of all generations frees them, a few large bodies are enough to
/// start one, and every client's calls pause during it.
/// </remarks>
/// <param name="mostKept">How many bytes are kept while nobody uses them.</param>
internal sealed class LargeArrays(long mostKept)
{
    /// <summary>The shortest array that is kept; shorter ones are the shared pool's.</summary>
    public const int Shortest = 256 * 1024;

    /// <summary>The longest: a body or a line of the greatest length.</summary>
    public const int Longest = 4 * 1024 * 1024;

    // As much as large bodies may hold in all, and a third more for the arrays that they grow out of.
    private const long MostShared = 16 * 1024 * 1024;

    private static readonly int First = BitOperations.Log2(Shortest);

    /// <summary>Those of the process; made with the first large message, since every start would pay for it.</summary>
    public static LargeArrays Shared { get; } = new(MostShared);

    private readonly Lock _lock = new();
    private readonly Stack<byte[]>[] _free =
    [
        .. Enumerable.Range(First, BitOperations.Log2(Longest) - First + 1).Select(static _ => new Stack<byte[]>()),
    ];
    private long _kept;

    /// <summary>An array of at least this length, and of less than twice as much unless it is a shortest one; its content is undefined.</summary>
    public byte[] Rent(int length)
    {
        if (length > Longest)
        {
            return GC.AllocateUninitializedArray<byte>(length);
        }

        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(length, Shortest));
        lock (_lock)
        {
            if (FreeOf(size).TryPop(out byte[]? array))
            {
                _kept -= size;
                return array;
            }
        }

        return GC.AllocateUninitializedArray<byte>(size);
    }

    /// <summary>Takes an array back that was lent by <see cref="Rent"/>.</summary>
    public void Return(byte[] array)
    {
        if (array.Length > Longest)
        {
            return;
        }

        lock (_lock)
        {
            if (_kept + array.Length <= mostKept)
            {
                _kept += array.Length;
                FreeOf(array.Length).Push(array);
            }
        }
    }

    /// <summary>Lets go of all that nobody uses, for the collector to give back.</summary>
    public void Drop()
    {
        lock (_lock)
        {
            Array.ForEach(_free, static arrays => arrays.Clear());
            _kept = 0;
        }
    }

    private Stack<byte[]> FreeOf(int size) => _free[BitOperations.Log2((uint)size) - First];
}
