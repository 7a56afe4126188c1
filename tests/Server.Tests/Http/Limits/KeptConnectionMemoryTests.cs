using System.Buffers;
using ClickUpMcp.Hosting.Http;

namespace ClickUpMcp.Tests.Http.Limits;

/// <summary>Bytes that arrive are no garbage, however many connections bring them, and what they took is given back afterwards.</summary>
[Collection(AloneCollection.Name)]
public sealed class KeptConnectionMemoryTests
{
    private const int Many = 1000;

    [Fact]
    [Trait("Requirement", "R-01")]
    [Trait("Requirement", "H-05")]
    public void R_01_H_05_the_buffers_of_a_thousand_connections_are_used_again_until_they_are_let_go_of()
    {
        using ConnectionMemory memory = new();
        int length = memory.MaxBufferSize;
        UseAll(memory);

        UseAll(memory).ShouldBeLessThan(Many * length / 4);

        ConnectionMemory.Drop();
        UseAll(memory).ShouldBeGreaterThan(Many * length * 3L / 4);
        ConnectionMemory.Drop();
    }

    private static long UseAll(ConnectionMemory memory)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        IMemoryOwner<byte>[] all = [.. Enumerable.Range(0, Many).Select(_ => memory.Rent())];
        Array.ForEach(all, static one => one.Dispose());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
