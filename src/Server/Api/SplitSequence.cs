using System.Buffers;

namespace ClickUpMcp.Api;

/// <summary>Bytes as a sequence of two pieces.</summary>
internal sealed class SplitSequence : ReadOnlySequenceSegment<byte>
{
    private SplitSequence(ReadOnlyMemory<byte> piece, long start) => (Memory, RunningIndex) = (piece, start);

    /// <summary>The sequence of some bytes.</summary>
    public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> bytes)
    {
        int half = bytes.Length / 2;
        SplitSequence second = new(bytes[half..], half);
        SplitSequence first = new(bytes[..half], 0) { Next = second };
        return new ReadOnlySequence<byte>(first, 0, second, second.Memory.Length);
    }
}
