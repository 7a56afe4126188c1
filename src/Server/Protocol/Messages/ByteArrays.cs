using System.Buffers;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>Lends the arrays of messages: usual ones out of the shared pool, large ones out of one of its own, which keeps only so many.</summary>
internal static class ByteArrays
{
    /// <summary>What is longer is no business of the shared pool.</summary>
    public const int LongestShared = 128 * 1024;

    // As much as large bodies may hold in all, and a quarter more for the arrays that they grow out of.
    private const long MostKept = 16 * 1024 * 1024;

    private static readonly LargeArrays Large = new(MostKept);

    /// <summary>An array of at least this length, its content undefined.</summary>
    public static byte[] Rent(int length) =>
        length <= LongestShared ? ArrayPool<byte>.Shared.Rent(length) : Large.Rent(length);

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

        Large.Return(array);
    }

    /// <summary>Lets go of the large arrays that nobody uses: after a busy time, before the collector is asked to give memory back.</summary>
    public static void Drop() => Large.Drop();
}
