using System.Buffers;
using System.Runtime.InteropServices;
using ClickUpMcp.Hosting.Http;

namespace ClickUpMcp.Tests.Http.Limits;

/// <summary>The buffers that connections are given.</summary>
public sealed class ConnectionMemoryTests
{
    [Fact]
    [Trait("Promise", "PA-01")]
    public void PA_01_what_came_through_a_buffer_is_not_left_in_it()
    {
        using ConnectionMemory memory = new();
        IMemoryOwner<byte> owner = memory.Rent();
        owner.Memory.Length.ShouldBeGreaterThanOrEqualTo(4096);
        MemoryMarshal.TryGetArray(owner.Memory, out ArraySegment<byte> bytes).ShouldBeTrue();
        owner.Memory.Span.Fill((byte)'x');

        owner.Dispose();
        owner.Dispose();

        bytes.Array!.AsSpan().IndexOfAnyExcept((byte)0).ShouldBe(-1);
        Should.Throw<ObjectDisposedException>(() => owner.Memory);
    }

    [Fact]
    public void More_than_a_block_comes_from_elsewhere()
    {
        using ConnectionMemory memory = new();
        Should.Throw<ArgumentOutOfRangeException>(() => memory.Rent(memory.MaxBufferSize + 1));
    }
}
