using System.Buffers;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Lends the arrays of messages: usual ones out of the shared pool, large ones made for the one use, since a pool keeps what it was given back.</summary>
internal static class ByteArrays
{
    /// <summary>What is longer is no business of the pool.</summary>
    public const int LongestPooled = 128 * 1024;

    /// <summary>An array of at least this length, its content undefined.</summary>
    public static byte[] Rent(int length) =>
        length <= LongestPooled ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);

    /// <summary>Takes an array back, and leaves nothing in it where it holds what a tenant wrote.</summary>
    public static void Return(byte[] array, bool clear = false)
    {
        if (array.Length <= LongestPooled)
        {
            ArrayPool<byte>.Shared.Return(array, clear);
        }
        else if (clear)
        {
            Array.Clear(array);
        }
    }
}
