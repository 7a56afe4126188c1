using System.Buffers;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Lends the arrays of messages: usual ones out of the shared pool, large ones out of one of its own, which keeps only so many.</summary>
internal static class ByteArrays
{
    /// <summary>What is longer is no business of the shared pool.</summary>
    public const int LongestShared = 128 * 1024;

    /// <summary>An array of at least this length, its content undefined.</summary>
    public static byte[] Rent(int length) =>
        length <= LongestShared ? ArrayPool<byte>.Shared.Rent(length) : LargeArrays.Shared.Rent(length);

    /// <summary>Takes an array back, and leaves nothing in it where it holds what a tenant wrote.</summary>
    public static void Return(byte[] array, bool clear = false)
    {
        if (array.Length <= LongestShared)
        {
            ArrayPool<byte>.Shared.Return(array, clear);
            return;
        }

        if (clear)
        {
            Array.Clear(array);
        }

        LargeArrays.Shared.Return(array);
    }

    /// <summary>Lets go of the large arrays that nobody uses: after a busy time, before the collector is asked to give memory back.</summary>
    public static void Drop() => LargeArrays.Shared.Drop();
}
